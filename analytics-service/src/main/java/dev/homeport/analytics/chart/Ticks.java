package dev.homeport.analytics.chart;

import java.util.List;
import java.util.stream.LongStream;

/**
 * Round numbers along an axis that begins at zero, or below where values are.
 *
 * @param step 1, 2 or 5 times a power of ten
 */
record Ticks(List<Double> values, double step) {
  private static final int ABOUT = 5;

  static Ticks over(List<Double> numbers) {
    double lowest = Math.min(0, numbers.stream().mapToDouble(n -> n).min().orElse(0));
    double highest = Math.max(0, numbers.stream().mapToDouble(n -> n).max().orElse(1));
    double step = step((highest - lowest <= 0 ? 1 : highest - lowest) / ABOUT);
    long from = (long) Math.floor(lowest / step);
    long to = Math.max(from + 1, (long) Math.ceil(highest / step));
    return new Ticks(LongStream.rangeClosed(from, to).mapToObj(n -> n * step).toList(), step);
  }

  private static double step(double least) {
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    for (double factor : new double[] {1, 2, 5}) {
      if (factor * power >= least) {
        return factor * power;
      }
    }
    return 10 * power;
  }

  double lowest() {
    return values.getFirst();
  }

  double highest() {
    return values.getLast();
  }

  List<String> labels() {
    return values.stream().map(value -> Numbers.tick(value, step)).toList();
  }
}
