package dev.homeport.analytics.rfm;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What parts the scores of a population: per measure one value less than there are buckets, lowest
 * first. A customer reaches score {@code s} when strictly better than the {@code s-1}st. For every
 * member of the population this is {@code score = 1 + floor(B * W / n)} with B buckets, W being the
 * customers strictly worse; somebody who has changed since is placed among the others as they were.
 *
 * @param buckets how many scores each measure has
 * @param population customers with a counted order; the lists are empty when there is none
 * @param recency days of the last order, in the tenant's zone; independent of the as-of day
 * @param frequency counted orders
 * @param monetary net amounts in the reporting currency
 */
public record CutPoints(
    int buckets,
    long population,
    List<LocalDate> recency,
    List<Long> frequency,
    List<BigDecimal> monetary) {

  public CutPoints {
    recency = List.copyOf(recency);
    frequency = List.copyOf(frequency);
    monetary = List.copyOf(monetary);
    int expected = population == 0 ? 0 : buckets - 1;
    if (recency.size() != expected || frequency.size() != expected || monetary.size() != expected) {
      throw new IllegalArgumentException(expected + " cut points are needed for each measure");
    }
  }

  /** Where a customer with these measures stands. */
  public Scores scores(Measures measures) {
    return new Scores(
        1 + passed(recency, measures.lastOrderDay()),
        1 + passed(frequency, measures.frequency()),
        1 + passed(monetary, measures.monetary()));
  }

  /** What lies between a customer and the next higher scores, if the others stay as they are. */
  public NextScores next(Measures measures) {
    return new NextScores(
        next(recency, measures.lastOrderDay()),
        next(frequency, measures.frequency()),
        next(monetary, measures.monetary()));
  }

  private static <T extends Comparable<? super T>> int passed(List<T> cuts, T value) {
    return (int) cuts.stream().filter(cut -> value.compareTo(cut) > 0).count();
  }

  private static <T extends Comparable<? super T>> Optional<NextScore<T>> next(
      List<T> cuts, T value) {
    return cuts.stream()
        .filter(cut -> value.compareTo(cut) <= 0)
        .findFirst()
        .map(cut -> new NextScore<>(1 + reached(cuts, cut), cut));
  }

  /** Equal cut points are passed together, so a step can skip scores that nobody has. */
  private static <T extends Comparable<? super T>> int reached(List<T> cuts, T passed) {
    return (int) cuts.stream().filter(cut -> cut.compareTo(passed) <= 0).count();
  }
}
