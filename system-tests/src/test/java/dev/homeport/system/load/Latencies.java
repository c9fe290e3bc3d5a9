package dev.homeport.system.load;

import java.time.Duration;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/** Latencies in nanoseconds, to three digits. */
final class Latencies {
  private static final long LONGEST = Duration.ofMinutes(10).toNanos();
  private static final int DIGITS = 3;
  private static final double NANOS_PER_MILLI = 1e6;

  private Latencies() {}

  static Histogram histogram() {
    return new Histogram(LONGEST, DIGITS);
  }

  static void record(Histogram histogram, long nanos) {
    histogram.recordValue(Math.clamp(nanos, 1, LONGEST));
  }

  static double millis(Histogram histogram, double percentile) {
    return histogram.getValueAtPercentile(percentile) / NANOS_PER_MILLI;
  }

  /** Percentiles 50, 99 and 99.9 in milliseconds. */
  static String words(Histogram histogram) {
    return histogram.getTotalCount() == 0
        ? "-"
        : String.format(
            Locale.ROOT,
            "%.2f / %.2f / %.2f",
            millis(histogram, 50),
            millis(histogram, 99),
            millis(histogram, 99.9));
  }
}
