package dev.homeport.system.load;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** One figure, taken in several rounds. */
record Rounds(List<Double> values) {

  Rounds {
    values = List.copyOf(values);
  }

  static Rounds rates(Collection<Trial> trials) {
    return new Rounds(trials.stream().map(Trial::perSecond).toList());
  }

  double median() {
    double[] sorted = sorted();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** The median, and between what the rounds lay. */
  String words(String unit) {
    double[] sorted = sorted();
    return String.format(
        Locale.ROOT,
        median() < 100 ? "%.1f %s (%.1f..%.1f)" : "%,.0f %s (%,.0f..%,.0f)",
        median(),
        unit,
        sorted[0],
        sorted[sorted.length - 1]);
  }

  private double[] sorted() {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted;
  }
}
