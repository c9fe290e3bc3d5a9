package dev.homeport.local.demo;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What becomes of an order after it was placed, as far as it has happened by the end. */
final class Aftermath {

  private static final double CANCELLED = 0.03;
  private static final double FULL = 0.40;
  private static final double WITHOUT_NUMBER = 0.12;
  private static final int CANCELLED_WITHIN_HOURS = 36;
  private static final int BACK_AFTER_HOURS = 4 * 24;
  private static final int BACK_WITHIN_HOURS = 30 * 24;
  private static final List<String> REASONS =
      List.of("too small", "too large", "broken", "not as shown", "no longer wanted");

  private final Dice dice;
  private final Instant end;

  Aftermath(Dice dice, Instant end) {
    this.dice = dice;
    this.end = end;
  }

  /** What can happen to an order. */
  sealed interface Event {

    /** It was called off. */
    record Cancelled(OrderDocument order) implements Event {}

    /** Goods came back with the number of the order. */
    record Returned(OrderReturn goods) implements Event {}

    /** Goods came back, and nobody knows of which order. */
    record ReturnedFreely(FreeReturn goods) implements Event {}
  }

  /** At most one thing happens to an order; nothing after the end. */
  Optional<Event> of(OrderDocument order, double returned) {
    if (dice.chance(CANCELLED)) {
      return after(order, 1, CANCELLED_WITHIN_HOURS)
          .map(at -> new Event.Cancelled(order.cancelled(at)));
    }
    if (!dice.chance(returned)) {
      return Optional.empty();
    }
    return after(order, BACK_AFTER_HOURS, BACK_WITHIN_HOURS).map(at -> giveBack(order, at));
  }

  private Optional<Instant> after(OrderDocument order, int earliest, int latest) {
    var at = order.placedAt().plus(Duration.ofHours(dice.between(earliest, latest)));
    return Optional.of(at).filter(moment -> moment.isBefore(end));
  }

  private Event giveBack(OrderDocument order, Instant at) {
    if (dice.chance(WITHOUT_NUMBER)) {
      return new Event.ReturnedFreely(freely(order, at));
    }
    var number = "R-" + order.externalId();
    var reason = dice.pick(REASONS);
    var line = goods(order);
    var quantity = some(line);
    var all = dice.chance(FULL) || nothingIsLeft(order, line, quantity);
    var report =
        all ? whole(order, number, at, reason) : part(order, line, quantity, number, at, reason);
    return new Event.Returned(new OrderReturn(order.channel(), order.externalId(), report));
  }

  private static OrderReturn.Report whole(
      OrderDocument order, String number, Instant at, String reason) {
    var lines =
        order.lines().stream()
            .map(line -> new OrderReturn.Line(line.lineNo(), line.quantity()))
            .toList();
    return new OrderReturn.Report(number, at, order.total(), reason, lines);
  }

  private static OrderReturn.Report part(
      OrderDocument order,
      OrderDocument.Line line,
      BigDecimal quantity,
      String number,
      Instant at,
      String reason) {
    return new OrderReturn.Report(
        number,
        at,
        refund(order, line, quantity),
        reason,
        List.of(new OrderReturn.Line(line.lineNo(), quantity)));
  }

  /** Who keeps nothing gets the shipping back too. */
  private static boolean nothingIsLeft(
      OrderDocument order, OrderDocument.Line line, BigDecimal quantity) {
    return quantity.equals(line.quantity())
        && order.lines().stream().filter(OrderDocument.Line::isGoods).count() == 1;
  }

  private FreeReturn freely(OrderDocument order, Instant at) {
    var line = goods(order);
    var quantity = some(line);
    return new FreeReturn(
        order.channel(),
        "RMA-" + order.externalId(),
        at,
        order.currency(),
        order.buyer(),
        List.of(new FreeReturn.Item(1, line.sku(), quantity, line.unitPrice())),
        refund(order, line, quantity),
        dice.pick(REASONS));
  }

  private OrderDocument.Line goods(OrderDocument order) {
    return dice.pick(order.lines().stream().filter(OrderDocument.Line::isGoods).toList());
  }

  private BigDecimal some(OrderDocument.Line line) {
    return BigDecimal.valueOf(dice.between(1, line.quantity().intValueExact()));
  }

  /** What was paid for the goods: all of a line exactly, of a part as much as there are coins. */
  private static BigDecimal refund(
      OrderDocument order, OrderDocument.Line line, BigDecimal quantity) {
    return Tender.valueOf(order.currency()).part(line.total(), quantity, line.quantity());
  }
}
