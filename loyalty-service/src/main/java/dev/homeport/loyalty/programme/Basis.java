package dev.homeport.loyalty.programme;

/**
 * Which parts of an order earn, beside its products and adjustments net of discounts.
 *
 * @param shipping whether shipping lines earn
 * @param tax whether the tax of the lines earns
 */
public record Basis(boolean shipping, boolean tax) {

  /** Everything the customer paid. */
  public static final Basis WHOLE = new Basis(true, true);
}
