package dev.homeport.analytics.affinity;

import java.util.List;

/**
 * What goes with a product.
 *
 * @param support cases with the product
 * @param cases all of them: orders, or customers who came back
 * @param others the highest lift first
 */
public record ProductAffinities(
    String sku, AffinityKind kind, int support, int cases, List<Affinity> others) {

  public ProductAffinities {
    others = List.copyOf(others);
  }

  /** The share of those cases with the product in which the other one is, too. */
  public double confidence(Affinity other) {
    return (double) other.both() / support;
  }

  /** How many times as often as without it. */
  public double lift(Affinity other) {
    return other.lift(support, cases);
  }
}
