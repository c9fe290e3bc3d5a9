package dev.homeport.order.contract;

import dev.homeport.order.currency.Conversion;
import dev.homeport.order.order.Attribution;
import dev.homeport.order.order.LineKind;
import dev.homeport.order.order.LineReturn;
import dev.homeport.order.order.Order;
import dev.homeport.order.order.OrderDocument;
import dev.homeport.order.order.OrderStatus;
import dev.homeport.order.order.ReturnBook;
import dev.homeport.platform.money.Decimal;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code dev.homeport.order.recorded.v1}: the whole order as it now stands, without personal data.
 * The higher revision wins.
 *
 * @param change what brought this revision about
 * @param reporting absent while no reference rate is known
 */
public record OrderRecorded(
    UUID orderId,
    UUID identityId,
    long revision,
    OrderChange change,
    String channel,
    String market,
    String externalId,
    String country,
    Instant placedAt,
    OrderStatus status,
    Currency currency,
    List<Line> lines,
    BigDecimal total,
    BigDecimal returned,
    List<Return> returns,
    @Nullable Reporting reporting,
    @Nullable Attribution attribution,
    @Nullable Instant deliveredAt,
    boolean backfill) {

  public static final String TYPE = "dev.homeport.order.recorded.v1";

  /** A line, and how much of it came back. */
  public record Line(
      int lineNo,
      String sku,
      @Nullable String name,
      @Nullable String category,
      BigDecimal quantity,
      BigDecimal unitPrice,
      BigDecimal discount,
      BigDecimal tax,
      LineKind kind,
      BigDecimal returnedQuantity) {}

  /** Goods that came back and count. */
  public record Return(
      UUID returnId,
      String externalId,
      Instant returnedAt,
      BigDecimal amount,
      @Nullable String reason,
      List<LineReturn.ReturnedLine> lines) {}

  /** The order in the tenant's reporting currency. */
  public record Reporting(
      Currency currency,
      BigDecimal rate,
      LocalDate rateDate,
      BigDecimal total,
      BigDecimal returned) {}

  public static OrderRecorded of(Order order, OrderChange change) {
    OrderDocument document = order.document();
    ReturnBook book = order.returnBook();
    return new OrderRecorded(
        order.id(),
        document.identityId(),
        order.revision(),
        change,
        document.key().channel(),
        document.market(),
        document.key().externalId(),
        document.country(),
        document.placedAt(),
        order.state().status(),
        document.currency(),
        lines(document, book),
        order.total(),
        book.amount(),
        book.counted().stream().map(OrderRecorded::back).toList(),
        reporting(order, book),
        document.attribution(),
        order.standing().reached().get(OrderStatus.DELIVERED),
        order.backfill());
  }

  /** For the buyer whose order it turned out not to be: cancelled, as far as they go. */
  public static OrderRecorded leaving(Order before, long revision) {
    OrderRecorded was = of(before, OrderChange.REASSIGNED);
    return new OrderRecorded(
        was.orderId(),
        was.identityId(),
        revision,
        was.change(),
        was.channel(),
        was.market(),
        was.externalId(),
        was.country(),
        was.placedAt(),
        OrderStatus.CANCELLED,
        was.currency(),
        was.lines(),
        was.total(),
        was.returned(),
        was.returns(),
        was.reporting(),
        was.attribution(),
        was.deliveredAt(),
        was.backfill());
  }

  private static List<Line> lines(OrderDocument document, ReturnBook book) {
    Map<Integer, BigDecimal> returned = book.quantities();
    return document.lines().stream()
        .map(
            line ->
                new Line(
                    line.lineNo(),
                    line.sku(),
                    line.name(),
                    line.category(),
                    line.quantity(),
                    line.unitPrice(),
                    line.discount(),
                    line.tax(),
                    line.kind(),
                    returned.getOrDefault(line.lineNo(), BigDecimal.ZERO)))
        .toList();
  }

  private static Return back(ReturnBook.Entry entry) {
    LineReturn back = entry.back();
    return new Return(
        back.id(),
        back.externalId(),
        back.returnedAt(),
        back.amount(),
        back.reason(),
        entry.lines());
  }

  private static @Nullable Reporting reporting(Order order, ReturnBook book) {
    Conversion conversion = order.conversion();
    return conversion == null
        ? null
        : new Reporting(
            conversion.to(),
            Decimal.canonical(conversion.rate()),
            conversion.day(),
            Decimal.canonical(conversion.convert(order.total())),
            Decimal.canonical(conversion.convert(book.amount())));
  }
}
