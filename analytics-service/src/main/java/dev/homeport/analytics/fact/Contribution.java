package dev.homeport.analytics.fact;

import java.math.BigDecimal;

/**
 * What a fact is worth, in the tenant's reporting currency.
 *
 * @param gross what was ordered
 * @param returned what of that, or of earlier orders, came back
 */
public record Contribution(BigDecimal gross, BigDecimal returned) {

  /** Worth nothing: a cancelled order, a return that was taken back. */
  public static final Contribution NONE = new Contribution(BigDecimal.ZERO, BigDecimal.ZERO);
}
