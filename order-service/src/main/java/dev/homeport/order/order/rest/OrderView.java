package dev.homeport.order.order.rest;

import dev.homeport.order.currency.Conversion;
import dev.homeport.order.currency.ConversionState;
import dev.homeport.order.order.Attribution;
import dev.homeport.order.order.Cancellation;
import dev.homeport.order.order.Line;
import dev.homeport.order.order.LineKind;
import dev.homeport.order.order.Order;
import dev.homeport.order.order.OrderDocument;
import dev.homeport.order.order.OrderStatus;
import dev.homeport.order.order.ReturnBook;
import dev.homeport.order.order.Standing;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An order as it now stands. */
@Schema(name = "Order", description = "An order as it now stands, without personal data.")
public record OrderView(
    @Schema(examples = "ord_019ab3de-51d0-7c1e-9a3b-0d7a5e6f1b2c") String id,
    @Schema(
            description = "The buyer on this channel.",
            examples = "idn_5f0c9a1e-2b7d-8c34-9e10-4a6d8f2b7c11")
        String identityId,
    @Schema(examples = "shop-de") String channel,
    @Schema(examples = "DE") String market,
    @Schema(examples = "1001") String externalId,
    @Schema(examples = "DE") String country,
    Instant placedAt,
    @Schema(description = "Since when the source describes the order so.") Instant revisedAt,
    @Schema(description = "The source's own count of its descriptions; absent: it keeps none.")
        @Nullable Long sourceVersion,
    OrderStatus status,
    @Schema(implementation = String.class, examples = "EUR") Currency currency,
    List<LineView> lines,
    @Schema(description = "The stated total, else the exact sum of the lines.") Money total,
    @Schema(description = "What was refunded.") Money returned,
    List<LineReturnView> returns,
    @Schema(description = "Since when it is called off, and why; absent when it is not.")
        @Nullable Cancellation cancellation,
    @Schema(description = "When it was paid, as far as that is known; else when it must have been.")
        @Nullable Instant paidAt,
    @Schema(description = "When it was sent, as far as that is known; else when it must have been.")
        @Nullable Instant shippedAt,
    @Nullable Instant deliveredAt,
    @Schema(description = "What was reported beside the documents, by the source's time.")
        List<StepView> steps,
    @Schema(description = "`pending` while no reference rate of the order's day is known.")
        ConversionState conversion,
    @Schema(description = "The order in the tenant's reporting currency; absent while pending.")
        @Nullable ReportingView reporting,
    @Nullable Attribution attribution,
    Map<String, String> attributes,
    @Schema(description = "Counts the changes; the ETag.", examples = "1") int version) {

  /** A line, and how much of it came back. Amounts are in the order's currency. */
  @Schema(name = "OrderLine")
  public record LineView(
      int lineNo,
      String sku,
      @Nullable String name,
      @Nullable String category,
      @Schema(implementation = String.class, examples = "2") BigDecimal quantity,
      @Schema(implementation = String.class, examples = "9.99") BigDecimal unitPrice,
      @Schema(implementation = String.class, examples = "0") BigDecimal discount,
      @Schema(implementation = String.class, examples = "0") BigDecimal tax,
      LineKind kind,
      @Schema(implementation = String.class, examples = "0") BigDecimal returnedQuantity) {

    static LineView from(Line line, BigDecimal returned) {
      return new LineView(
          line.lineNo(),
          line.sku(),
          line.name(),
          line.category(),
          line.quantity(),
          line.unitPrice(),
          line.discount(),
          line.tax(),
          line.kind(),
          returned);
    }
  }

  /** The order in the reporting currency. */
  @Schema(name = "OrderReporting")
  public record ReportingView(
      @Schema(
              implementation = String.class,
              description = "Units of the reporting currency for one unit of the order's.",
              examples = "0.8353")
          BigDecimal rate,
      @Schema(description = "The day on which the rate was published.") LocalDate rateDate,
      Money total,
      Money returned) {

    static @Nullable ReportingView from(Order order, BigDecimal returned) {
      Conversion rate = order.conversion();
      return rate == null
          ? null
          : new ReportingView(
              rate.rate(),
              rate.day(),
              new Money(rate.convert(order.total()), rate.to()),
              new Money(rate.convert(returned), rate.to()));
    }
  }

  public static OrderView from(Order order) {
    OrderDocument document = order.document();
    Currency currency = document.currency();
    Standing standing = order.standing();
    ReturnBook book = order.returnBook();
    Map<Integer, BigDecimal> quantities = book.quantities();
    return new OrderView(
        Ids.show("ord", order.id()),
        Ids.show("idn", document.identityId()),
        document.key().channel(),
        document.market(),
        document.key().externalId(),
        document.country(),
        document.placedAt(),
        document.revisedAt(),
        document.sourceVersion() == 0 ? null : document.sourceVersion(),
        standing.state().status(),
        currency,
        document.lines().stream()
            .map(
                line ->
                    LineView.from(line, quantities.getOrDefault(line.lineNo(), BigDecimal.ZERO)))
            .toList(),
        new Money(order.total(), currency),
        new Money(book.amount(), currency),
        book.entries().stream().map(entry -> LineReturnView.from(order, entry)).toList(),
        standing.cancellation(),
        standing.reached().get(OrderStatus.PAID),
        standing.reached().get(OrderStatus.SHIPPED),
        standing.reached().get(OrderStatus.DELIVERED),
        order.facts().steps().stream().map(StepView::from).toList(),
        ConversionState.of(order.conversion()),
        ReportingView.from(order, book.amount()),
        document.attribution(),
        document.attributes(),
        order.version());
  }
}
