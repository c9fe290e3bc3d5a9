package dev.homeport.analytics.rfm;

import java.time.Instant;
import java.util.List;

/**
 * How a population stands at a moment.
 *
 * @param cells only those with customers in them; their customers add up to the population
 * @param computedAt when it was taken
 */
public record Snapshot(CutPoints cutPoints, List<Cell> cells, Instant computedAt) {

  public Snapshot {
    cells = List.copyOf(cells);
  }

  /** Scores everybody. */
  public static Snapshot of(Population population, int buckets, Instant computedAt) {
    Standing standing = Standing.of(population.columns(), buckets);
    return new Snapshot(standing.cutPoints(), standing.tally(), computedAt);
  }
}
