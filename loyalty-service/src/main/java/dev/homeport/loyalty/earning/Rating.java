package dev.homeport.loyalty.earning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a fact deserves and why, with everything needed to compute it again.
 *
 * @param points deserved in all, negative for a claw-back
 * @param basis the amount that counted
 * @param rate points per unit of the currency; null when the outcome needed none
 */
public record Rating(
    Outcome outcome,
    long points,
    BigDecimal basis,
    Currency currency,
    @Nullable BigDecimal rate,
    RoundingMode rounding) {

  /** Why a rating is what it is. */
  public enum Outcome {
    /** The order earns on what is left of it. */
    EARNED,
    /** The free return takes back what its value would have earned. */
    CLAWED_BACK,
    /** The amount is too small for a point, or is zero. */
    TOO_SMALL,
    /** The order was cancelled. */
    CANCELLED,
    /** Everything of the order came back. */
    FULLY_RETURNED,
    /** The free return was a mistake. */
    REVERSED,
    /** It happened before the programme began. */
    BEFORE_START,
    /** The programme has no rate for the currency. */
    NO_RATE
  }

  /** One sentence for people. */
  public String explanation() {
    return switch (outcome) {
      case EARNED -> "Earns %d: %s.".formatted(points, arithmetic());
      case CLAWED_BACK -> "Takes back %d: %s.".formatted(-points, arithmetic());
      case TOO_SMALL -> "Gives no point: %s.".formatted(arithmetic());
      case CANCELLED -> "Earns nothing: the order is cancelled.";
      case FULLY_RETURNED -> "Earns nothing: the order was returned in full.";
      case REVERSED -> "Takes back nothing: the return was reversed.";
      case BEFORE_START -> "Counts for nothing: it lies before the start of the programme.";
      case NO_RATE -> "Counts for nothing: the programme has no points for %s.".formatted(currency);
    };
  }

  private String arithmetic() {
    String mode = rounding.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return "%s %s at %s a unit, rounded (%s)"
        .formatted(
            basis.stripTrailingZeros().toPlainString(),
            currency,
            rate == null ? "0" : rate.toPlainString(),
            mode);
  }
}
