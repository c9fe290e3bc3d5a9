package dev.homeport.analytics.price;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where products of the present tenant stand. */
public interface Positions {

  /** By SKU, market and currency. */
  List<Position> list(Filter filter, Optional<Position.Key> after, int limit);

  /**
   * Which ones; empty for all.
   *
   * @param competitor to compare with this one alone
   * @param undercut only where a competitor is below the own price
   * @param seenSince prices seen before then are passed over
   */
  record Filter(
      Optional<String> sku,
      Optional<String> market,
      Optional<String> competitor,
      boolean undercut,
      Optional<Instant> seenSince) {}
}
