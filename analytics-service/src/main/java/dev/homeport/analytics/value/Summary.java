package dev.homeport.analytics.value;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What all customers together are still worth.
 *
 * @param asOf the day of which it is true
 * @param alive expected number of customers who have not dropped out; empty where that is not
 *     identified
 * @param aliveByTenth customers with P(alive) from 0 to 0.1, to 0.2 and so on; empty likewise
 * @param value sum of lifetime values and its spread; empty without a model of amounts
 */
public record Summary(
    LocalDate asOf,
    long customers,
    double orders30,
    double orders90,
    double orders365,
    Optional<Double> alive,
    List<Long> aliveByTenth,
    Optional<Spread> value) {
  private static final int TENTHS = 10;

  public Summary {
    aliveByTenth = List.copyOf(aliveByTenth);
  }

  /**
   * How values spread.
   *
   * @param quantiles least, 10 % to 90 % and greatest: eleven values, none of no customers
   * @param topTenthShare what the tenth of customers who are worth most have of all value
   */
  public record Spread(double total, double mean, List<Double> quantiles, double topTenthShare) {}

  /** Adds everybody up. */
  public static Summary of(CustomerScores scores, LocalDate asOf) {
    double[] alive = scores.alive();
    double[] values = scores.values();
    boolean known = alive.length > 0;
    return new Summary(
        asOf,
        scores.size(),
        sum(scores.orders30()),
        sum(scores.orders90()),
        sum(scores.orders365()),
        known ? Optional.of(sum(alive)) : Optional.empty(),
        known ? tenths(alive) : List.of(),
        values.length > 0 ? Optional.of(spread(values)) : Optional.empty());
  }

  private static double sum(double[] numbers) {
    return Arrays.stream(numbers).sum();
  }

  private static List<Long> tenths(double[] probabilities) {
    long[] counts = new long[TENTHS];
    for (double probability : probabilities) {
      counts[Math.min(TENTHS - 1, (int) (probability * TENTHS))]++;
    }
    return Arrays.stream(counts).boxed().toList();
  }

  private static Spread spread(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double[] quantiles = new double[TENTHS + 1];
    for (int i = 0; i <= TENTHS; i++) {
      quantiles[i] = sorted[(int) Math.round(i * (sorted.length - 1.0) / TENTHS)];
    }
    double total = sum(sorted);
    int from = sorted.length - Math.ceilDiv(sorted.length, TENTHS);
    double top = Arrays.stream(sorted, from, sorted.length).sum();
    return new Spread(
        total,
        total / sorted.length,
        Arrays.stream(quantiles).boxed().toList(),
        total > 0 ? top / total : 0);
  }
}
