package dev.homeport.loyalty.rating.rest;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.homeport.loyalty.fact.Exchange;
import dev.homeport.loyalty.fact.OrderFact;
import dev.homeport.loyalty.fact.OrderLine;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.money.Decimal;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An order that is only imagined. */
@Schema(name = "DryRun")
record DryRun(
    @Schema(description = "A version, drafts too; absent: the one that counts at that moment.")
        @Min(1)
        @Max(1_000_000)
        @Nullable Integer version,
    @Schema(
            description = "A buyer whose orders of before count; absent: one without any.",
            examples = "idn_5f0c9a1e-2b7d-8c34-9e10-4a6d8f2b7c11")
        @Size(max = 40)
        @Nullable String identityId,
    @Schema(description = "Any moment, past or to come.") @NotNull Instant placedAt,
    @Schema(examples = "shop-de") @NotNull @Size(min = 1, max = 64) String channel,
    @Schema(examples = "DE") @NotNull @Size(min = 1, max = 32) String market,
    @Schema(examples = "DE") @Pattern(regexp = "[A-Z]{2}") @Size(max = 2) @Nullable String country,
    @Schema(implementation = String.class, pattern = "^[A-Z]{3}$", maxLength = 3, examples = "EUR")
        @NotNull
        Currency currency,
    @Schema(
            description =
                "The exchange rate that it would have, for programmes that earn by it; absent:"
                    + " none is known.")
        @Valid
        @Nullable Rate exchange,
    @NotNull @Size(min = 1, max = 1_000) List<@NotNull @Valid Line> lines) {

  private static final String RATE = "^(?!0+([.]0+)?$)[0-9]{1,9}([.][0-9]{1,18})?$";

  static final String EXAMPLE =
      """
      {"placedAt": "2026-11-27T10:00:00Z", "channel": "shop-de", "market": "DE", "country": "DE",
       "currency": "EUR", "lines": [
        {"sku": "MUG-1", "category": "kitchen", "quantity": "2", "unitPrice": "9.99"},
        {"sku": "POST", "kind": "shipping", "quantity": "1", "unitPrice": "3.90"}]}""";

  /** Its exchange rate. */
  @Schema(name = "DryRunExchange")
  record Rate(
      @Schema(
              implementation = String.class,
              description = "The reporting currency.",
              pattern = "^[A-Z]{3}$",
              maxLength = 3,
              examples = "EUR")
          @NotNull
          Currency into,
      @Schema(
              description =
                  "Units of it for one of the order's currency, above zero; as many digits as rates"
                      + " have.",
              examples = "1.19717466778")
          @NotNull
          @Pattern(regexp = RATE)
          @Size(max = 28)
          String rate) {
    Exchange exchange() {
      return new Exchange(into, new BigDecimal(rate));
    }
  }

  /** A line of it. */
  @Schema(name = "DryRunLine")
  record Line(
      @Schema(examples = "MUG-1") @NotNull @Size(min = 1, max = 128) String sku,
      @Schema(examples = "kitchen") @Size(max = 200) @Nullable String category,
      @Schema(
              description = "`product`, `shipping` or `adjustment`.",
              defaultValue = "product",
              examples = "product")
          @Pattern(regexp = "product|shipping|adjustment")
          @Size(max = 10)
          @Nullable String kind,
      @Schema(
              implementation = String.class,
              pattern = Decimal.PATTERN,
              description = "Above zero, at most three decimals.",
              examples = "2")
          @NotNull
          @DecimalMin(value = "0", inclusive = false)
          @Digits(integer = 9, fraction = 3)
          BigDecimal quantity,
      @Schema(
              implementation = String.class,
              pattern = Decimal.PATTERN,
              description = "At most six decimals.",
              examples = "9.99")
          @NotNull
          @JsonDeserialize(using = Decimal.StringReader.class)
          @Digits(integer = 12, fraction = 6)
          BigDecimal unitPrice) {

    OrderLine line(int number) {
      return new OrderLine(
          number,
          sku,
          category,
          kind == null
              ? OrderLine.Kind.PRODUCT
              : OrderLine.Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
          quantity,
          unitPrice,
          BigDecimal.ZERO,
          BigDecimal.ZERO,
          BigDecimal.ZERO);
    }
  }

  /** The order as a fact of a buyer. */
  OrderFact order(UUID buyer) {
    var all = new ArrayList<OrderLine>();
    BigDecimal total = BigDecimal.ZERO;
    for (Line line : lines) {
      OrderLine next = line.line(all.size() + 1);
      all.add(next);
      total = total.add(next.keptAmount());
    }
    return new OrderFact(
        Ids.next(),
        buyer,
        1,
        channel,
        market,
        country,
        placedAt.truncatedTo(ChronoUnit.MICROS),
        "placed",
        currency,
        all,
        total,
        BigDecimal.ZERO,
        null,
        null,
        exchange == null ? null : exchange.exchange());
  }
}
