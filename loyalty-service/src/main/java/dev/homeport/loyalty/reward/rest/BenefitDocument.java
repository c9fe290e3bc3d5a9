package dev.homeport.loyalty.reward.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.homeport.loyalty.reward.Benefit;
import dev.homeport.platform.money.Decimal;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a reward gives, as callers write and read it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Benefit", description = "What a reward gives; only the fields of its type.")
record BenefitDocument(
    @Schema(
            description = "`amount-off`, `percent-off`, `free-shipping`, `product` or `gift`.",
            examples = "amount-off")
        @NotNull
        @Pattern(regexp = "amount-off|percent-off|free-shipping|product|gift")
        @Size(max = 13)
        String type,
    @Schema(description = "Of `amount-off`: more than 0.", examples = "5")
        @Pattern(regexp = Decimal.PATTERN)
        @Nullable String amount,
    @Schema(description = "Of `amount-off`: a code of ISO 4217.", examples = "EUR")
        @Pattern(regexp = "[A-Z]{3}")
        @Size(max = 3)
        @Nullable String currency,
    @Schema(description = "Of `percent-off`: more than 0, at most 100.", examples = "10")
        @Pattern(regexp = Decimal.PATTERN)
        @Nullable String percent,
    @Schema(description = "Of `product`.", examples = "MUG-1") @Size(min = 1, max = 100)
        @Nullable String sku,
    @Schema(description = "Of `gift`: what it is.", examples = "A tree is planted")
        @Size(min = 1, max = 200)
        @Nullable String text) {

  private static final BigDecimal HIGHEST = BigDecimal.valueOf(1_000_000_000L);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  static BenefitDocument from(Benefit benefit) {
    return switch (benefit) {
      case Benefit.AmountOff(String currency, BigDecimal amount) ->
          new BenefitDocument("amount-off", Decimal.text(amount), currency, null, null, null);
      case Benefit.PercentOff(BigDecimal percent) ->
          new BenefitDocument("percent-off", null, null, Decimal.text(percent), null, null);
      case Benefit.FreeShipping() ->
          new BenefitDocument("free-shipping", null, null, null, null, null);
      case Benefit.Product(String sku) ->
          new BenefitDocument("product", null, null, null, sku, null);
      case Benefit.Gift(String text) -> new BenefitDocument("gift", null, null, null, null, text);
    };
  }

  /** What it says; a refusal names the field that is missing, wrong, or of another type. */
  Benefit read() {
    Benefit benefit =
        switch (type) {
          case "amount-off" ->
              new Benefit.AmountOff(known(currency), number("amount", amount, HIGHEST));
          case "percent-off" -> new Benefit.PercentOff(number("percent", percent, HUNDRED));
          case "product" -> new Benefit.Product(needed("sku", sku));
          case "gift" -> new Benefit.Gift(needed("text", text));
          default -> new Benefit.FreeShipping();
        };
    BenefitDocument own = from(benefit);
    refuse("amount", amount, own.amount);
    refuse("currency", currency, own.currency);
    refuse("percent", percent, own.percent);
    refuse("sku", sku, own.sku);
    refuse("text", text, own.text);
    return benefit;
  }

  private static void refuse(String field, @Nullable String given, @Nullable String own) {
    if (given != null && own == null) {
      throw fault(field, "belongs to another type of benefit");
    }
  }

  private static BigDecimal number(String field, @Nullable String given, BigDecimal most) {
    Optional<BigDecimal> number = Decimal.parse(needed(field, given));
    return number
        .filter(one -> one.signum() > 0 && one.compareTo(most) <= 0)
        .orElseThrow(() -> fault(field, "must be above 0 and at most " + most.toPlainString()));
  }

  private static String known(@Nullable String given) {
    String code = needed("currency", given);
    return Currency.getAvailableCurrencies().stream()
        .map(Currency::getCurrencyCode)
        .filter(code::equals)
        .findFirst()
        .orElseThrow(() -> fault("currency", "is no currency of ISO 4217"));
  }

  private static String needed(String field, @Nullable String given) {
    if (given == null) {
      throw fault(field, "is needed for this type of benefit");
    }
    return given;
  }

  private static Problem fault(String field, String detail) {
    return Problem.of(CommonProblem.VALIDATION_FAILED).at("/benefit/" + field, detail);
  }
}
