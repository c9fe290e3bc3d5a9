package dev.homeport.analytics.affinity;

import java.util.List;

/**
 * What was found of one kind.
 *
 * @param cases orders, or customers who came back
 * @param products those that occur often enough to be looked at
 * @param tests pairs of them
 * @param minimum how often a pair must occur
 * @param found pairs that stand out
 * @param affinities by product; only products with something that goes with them
 */
public record Findings(
    AffinityKind kind,
    int cases,
    int products,
    long tests,
    int minimum,
    int found,
    List<ProductAffinities> affinities) {

  public Findings {
    affinities = List.copyOf(affinities);
  }
}
