package dev.homeport.order.order;

import dev.homeport.order.currency.Conversion;
import dev.homeport.platform.time.Revision;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order as it now stands: the last accepted document, and what was reported about it since.
 *
 * @param fingerprint of the last accepted document
 * @param day the calendar day of the order where the tenant lives
 * @param returns in the order in which they were reported
 * @param cancellation when a call cancelled the order; a document may cancel it as well
 * @param conversion into the reporting currency; absent while its rate is not known
 * @param backfill whether the last accepted document was history
 * @param revision rises with every change that others are told of
 * @param version counts the changes, from 1
 */
public record Order(
    UUID id,
    OrderDocument document,
    String fingerprint,
    LocalDate day,
    List<LineReturn> returns,
    @Nullable Cancellation cancellation,
    @Nullable Conversion conversion,
    boolean backfill,
    long revision,
    int version) {

  public Order {
    returns = List.copyOf(returns);
  }

  /** The order that comes into being with the first document of its key. */
  public static Decision.Accepted first(Submission submission, UUID id, Setting setting) {
    OrderDocument document = submission.document();
    LocalDate day = document.day(setting.zone());
    return new Decision.Accepted(
        new Order(
            id,
            document,
            submission.fingerprint(),
            day,
            List.of(),
            null,
            setting.rates().on(day, document.currency()).orElse(null),
            submission.backfill(),
            Revision.next(Revision.NONE, setting.clock()),
            1));
  }

  /** Takes a further document of the same key. */
  public Decision take(Submission submission, Setting setting) {
    OrderDocument next = submission.document();
    int age = next.revisedAt().compareTo(document.revisedAt());
    if (submission.fingerprint().equals(fingerprint)) {
      return new Decision.Unchanged(age > 0 ? standingSince(next) : this);
    }
    if (age < 0) {
      return new Decision.Ignored(this);
    }
    if (age == 0) {
      return new Decision.Conflict(this);
    }
    Order revised = revised(submission, setting);
    return revised.coversReturns()
        ? new Decision.Revised(revised, this)
        : new Decision.BelowReturns(this);
  }

  public OrderState state() {
    return OrderState.of(cancellation == null ? document.status() : OrderStatus.CANCELLED);
  }

  public BigDecimal total() {
    return document.total();
  }

  /** What was refunded, in the order's currency. */
  public BigDecimal returned() {
    return returns.stream().map(LineReturn::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** How much of a line came back. */
  public BigDecimal returnedQuantity(int lineNo) {
    return returns.stream()
        .flatMap(back -> back.lines().stream())
        .filter(line -> line.lineNo() == lineNo)
        .map(LineReturn.ReturnedLine::quantity)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Calls the order off. */
  public CancellationDecision cancel(Cancellation cancellation, Clock clock) {
    return switch (state()) {
      case OrderState.Cancelled _ -> new CancellationDecision.Already(this);
      case OrderState.Cancellable _ ->
          new CancellationDecision.Done(changed(returns, cancellation, conversion, clock));
      case OrderState.Delivered delivered -> new CancellationDecision.NotCancellable(delivered);
    };
  }

  /** Takes goods back. */
  public ReturnDecision giveBack(LineReturn back, Clock clock) {
    for (LineReturn known : returns) {
      if (known.externalId().equals(back.externalId())) {
        return known.sameContentAs(back)
            ? new ReturnDecision.Known(this, known)
            : new ReturnDecision.Conflict(known);
      }
    }
    return switch (state()) {
      case OrderState.Returnable _ -> new ReturnRules(this).decide(back, clock);
      case OrderState.Placed state -> new ReturnDecision.NotReturnable(state);
      case OrderState.Cancelled state -> new ReturnDecision.NotReturnable(state);
    };
  }

  /** States the order in the reporting currency, now that its rate is known. */
  public Order converted(Conversion rate, Clock clock) {
    return changed(returns, cancellation, rate, clock);
  }

  Order with(LineReturn back, Clock clock) {
    var all = new ArrayList<>(returns);
    all.add(back);
    return changed(all, cancellation, conversion, clock);
  }

  private Order revised(Submission submission, Setting setting) {
    OrderDocument next = submission.document();
    LocalDate nextDay = next.day(setting.zone());
    boolean sameRate = nextDay.equals(day) && next.currency().equals(document.currency());
    Conversion rate =
        sameRate && conversion != null
            ? conversion
            : setting.rates().on(nextDay, next.currency()).orElse(null);
    return new Order(
        id,
        next,
        submission.fingerprint(),
        nextDay,
        returns,
        cancellation,
        rate,
        submission.backfill(),
        Revision.next(revision, setting.clock()),
        version + 1);
  }

  private boolean coversReturns() {
    return returns.isEmpty()
        || (returned().compareTo(total()) <= 0
            && returns.stream()
                .flatMap(back -> back.lines().stream())
                .map(LineReturn.ReturnedLine::lineNo)
                .distinct()
                .allMatch(lineNo -> returnedQuantity(lineNo).compareTo(bought(lineNo)) <= 0));
  }

  BigDecimal bought(int lineNo) {
    return document.lines().stream()
        .filter(line -> line.lineNo() == lineNo)
        .map(Line::quantity)
        .findFirst()
        .orElse(BigDecimal.ZERO);
  }

  private Order standingSince(OrderDocument later) {
    return new Order(
        id,
        document.standingSince(later.revisedAt()),
        fingerprint,
        day,
        returns,
        cancellation,
        conversion,
        backfill,
        revision,
        version);
  }

  private Order changed(
      List<LineReturn> returns,
      @Nullable Cancellation cancellation,
      @Nullable Conversion conversion,
      Clock clock) {
    return new Order(
        id,
        document,
        fingerprint,
        day,
        returns,
        cancellation,
        conversion,
        backfill,
        Revision.next(revision, clock),
        version + 1);
  }
}
