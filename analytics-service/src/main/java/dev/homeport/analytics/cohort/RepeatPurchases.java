package dev.homeport.analytics.cohort;

import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Whether and when customers come back.
 *
 * @param customers with an order that counts
 * @param repeaters with two or more
 * @param gaps how often there was a next order
 * @param second the time to the second order
 * @param next the time from any order to the next one; a customer counts with each of theirs, so
 *     the band is only a rough one
 */
public record RepeatPurchases(
    long customers,
    long repeaters,
    long gaps,
    List<Quantile> quantiles,
    Survival second,
    Survival next) {
  private static final List<Double> PROBABILITIES = List.of(0.1, 0.25, 0.5, 0.75, 0.9);

  public RepeatPurchases {
    quantiles = List.copyOf(quantiles);
  }

  /** In that share of all cases, it took no longer than those days from one order to the next. */
  public record Quantile(double probability, long days) {}

  /** What intervals come to. */
  public static RepeatPurchases of(Collection<Interval> intervals) {
    List<Interval> firsts = intervals.stream().filter(Interval::first).toList();
    List<Interval> gaps = intervals.stream().filter(Interval::happened).toList();
    return new RepeatPurchases(
        count(firsts),
        count(firsts.stream().filter(Interval::happened).toList()),
        count(gaps),
        quantiles(gaps),
        Survival.of(firsts),
        Survival.of(intervals));
  }

  private static long count(Collection<Interval> intervals) {
    return intervals.stream().mapToLong(Interval::count).sum();
  }

  private static List<Quantile> quantiles(List<Interval> gaps) {
    var byDays = new TreeMap<Long, Long>();
    gaps.forEach(gap -> byDays.merge(gap.days(), gap.count(), Long::sum));
    long all = count(gaps);
    return PROBABILITIES.stream()
        .flatMap(p -> quantile(byDays, p * all).stream().mapToObj(days -> new Quantile(p, days)))
        .toList();
  }

  /** The least of the times up to which that many cases lie. */
  private static OptionalLong quantile(TreeMap<Long, Long> byDays, double cases) {
    long reached = 0;
    for (var entry : byDays.entrySet()) {
      reached += entry.getValue();
      if (reached >= cases) {
        return OptionalLong.of(entry.getKey());
      }
    }
    return OptionalLong.empty();
  }
}
