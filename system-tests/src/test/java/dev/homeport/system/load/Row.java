package dev.homeport.system.load;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** A row of the report: one figure, what it is compared with, and what it should be. */
final class Row {
  static final List<String> HEAD =
      List.of(
          "#",
          "what",
          "measured",
          "raw limit",
          "ratio",
          "goal",
          "reached",
          "p50 / p99 / p99.9 ms",
          "CPU ms per request",
          "errors");

  private final String number;
  private final String what;
  private String measured = "-";
  private String limit = "-";
  private String ratio = "-";
  private String goal = "-";
  private String reached = "-";
  private String latencies = "-";
  private String usage = "-";
  private long errors;

  private Row(String number, String what) {
    this.number = number;
    this.what = what;
  }

  static Row of(String number, String what) {
    return new Row(number, what);
  }

  /** A figure that could not be taken, and why. */
  static Row missing(String number, String what, String why) {
    return of(number, what).measured("not measured: " + why);
  }

  Row measured(String words) {
    measured = words;
    return this;
  }

  Row against(String words, double share) {
    limit = words;
    ratio = String.format(Locale.ROOT, "%.2f", share);
    return this;
  }

  Row goal(String words, boolean isReached) {
    goal = words;
    reached = isReached ? "yes" : "no";
    return this;
  }

  Row latencies(Histogram histogram) {
    latencies = Latencies.words(histogram);
    return this;
  }

  Row usage(String words) {
    usage = words;
    return this;
  }

  /** What did not go well; any of it fails the run. */
  Row errors(Map<String, Long> faults) {
    errors = faults.values().stream().mapToLong(Long::longValue).sum();
    if (errors > 0) {
      measured += " " + faults;
    }
    return this;
  }

  long errors() {
    return errors;
  }

  List<String> cells() {
    return List.of(
        number,
        what,
        measured,
        limit,
        ratio,
        goal,
        reached,
        latencies,
        usage,
        Long.toString(errors));
  }
}
