package dev.homeport.analytics.affinity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Products of the present tenant, as they stood when they were last looked at. */
public interface Assortment {

  /** A product that was bought. */
  Optional<Product> find(String sku);

  /** Several of them, by SKU. */
  Map<String, Product> find(Collection<String> skus);

  /** What goes with products; those with nothing are not there. */
  List<ProductAffinities> affinities(Collection<String> skus, Collection<AffinityKind> kinds);

  /**
   * The same, product by product.
   *
   * @param sku only of this one
   * @param after where to go on
   */
  List<ProductAffinities> list(
      AffinityKind kind, Optional<String> sku, Optional<String> after, int limit);

  /** How much was looked at; empty before the first time. */
  Optional<Basis> basis(AffinityKind kind);

  /** Whether a customer has an order that counts. */
  boolean buys(UUID customer);

  /** What a customer has bought and kept, with the day of the last time; the latest first. */
  Map<String, LocalDate> bought(UUID customer);

  /**
   * What findings rest on.
   *
   * @see Findings
   */
  record Basis(
      int cases,
      int products,
      long tests,
      int minimum,
      int found,
      double level,
      Instant computedAt) {}
}
