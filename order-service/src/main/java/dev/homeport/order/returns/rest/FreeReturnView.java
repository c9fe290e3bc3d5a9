package dev.homeport.order.returns.rest;

import dev.homeport.order.currency.Conversion;
import dev.homeport.order.currency.ConversionState;
import dev.homeport.order.order.Held;
import dev.homeport.order.order.LineKind;
import dev.homeport.order.order.rest.LineReturnView;
import dev.homeport.order.returns.FreeReturn;
import dev.homeport.order.returns.ReturnDocument;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A free return as it stands. */
@Schema(
    name = "FreeReturn",
    description = "Goods that a buyer sent back without a known order or line.")
public record FreeReturnView(
    @Schema(examples = "ret_019ab3de-7a10-7b55-8c21-6f0e4d3c2b1a") String id,
    @Schema(examples = "idn_0c5b8e3a-9d21-8f47-a6b3-1e2d3c4b5a69") String identityId,
    String channel,
    String market,
    String externalId,
    String country,
    Instant returnedAt,
    @Schema(implementation = String.class, examples = "EUR") Currency currency,
    List<ItemView> lines,
    @Schema(description = "The stated amount, else the exact sum of the lines.") Money amount,
    @Nullable String reason,
    @Schema(description = "The order that it names, as the channel does.")
        @Nullable String orderExternalId,
    @Schema(
            description = "The order on which it counts; absent: it counts by itself.",
            examples = "ord_019ab3de-51d0-7c1e-9a3b-0d7a5e6f1b2c")
        @Nullable String attachedTo,
    @Schema(description = "Why it counts by itself although the order that it names is known.")
        @Nullable Held held,
    LineReturnView.@Nullable ReversalView reversal,
    @Schema(description = "`pending` while no reference rate of the return's day is known.")
        ConversionState conversion,
    @Schema(description = "The return in the tenant's reporting currency; absent while pending.")
        @Nullable ReportingView reporting) {

  /** One line. Amounts are in the return's currency. */
  @Schema(name = "FreeReturnLine")
  public record ItemView(
      int lineNo,
      String sku,
      @Nullable String name,
      @Schema(implementation = String.class, examples = "1") BigDecimal quantity,
      @Schema(implementation = String.class, examples = "27.5") BigDecimal unitPrice,
      LineKind kind) {}

  /** The return in the reporting currency. */
  @Schema(name = "FreeReturnReporting")
  public record ReportingView(
      @Schema(implementation = String.class, examples = "1") BigDecimal rate,
      LocalDate rateDate,
      Money amount) {}

  public static FreeReturnView from(FreeReturn back) {
    ReturnDocument document = back.document();
    Conversion rate = back.conversion();
    return new FreeReturnView(
        Ids.show("ret", back.id()),
        Ids.show("idn", document.identityId()),
        document.key().channel(),
        document.market(),
        document.key().externalId(),
        document.country(),
        document.returnedAt(),
        document.currency(),
        document.lines().stream()
            .map(
                item ->
                    new ItemView(
                        item.lineNo(),
                        item.sku(),
                        item.name(),
                        item.quantity(),
                        item.unitPrice(),
                        item.kind()))
            .toList(),
        new Money(document.amount(), document.currency()),
        document.reason(),
        document.orderExternalId(),
        back.attachedTo() == null ? null : Ids.show("ord", back.attachedTo()),
        back.held(),
        LineReturnView.ReversalView.from(back.reversal()),
        ConversionState.of(rate),
        rate == null
            ? null
            : new ReportingView(
                rate.rate(), rate.day(), new Money(rate.convert(document.amount()), rate.to())));
  }
}
