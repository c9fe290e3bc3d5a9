package dev.homeport.system.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.HdrHistogram.Histogram;

/**
 * What one trial came to.
 *
 * @param done what was answered well within its length
 * @param answered what was answered well at all, also while connections were opened
 * @param latencies in nanoseconds, of everything that was answered well
 * @param faults what was answered otherwise or not at all, by what it was
 * @param usage processor time that each process took during it
 */
record Trial(
    long done,
    long answered,
    Duration length,
    Histogram latencies,
    Map<String, Long> faults,
    Usage usage) {

  double perSecond() {
    return done / (length.toNanos() / 1e9);
  }

  long errors() {
    return faults.values().stream().mapToLong(Long::longValue).sum();
  }

  Trial with(Usage used) {
    return new Trial(done, answered, length, latencies, faults, used);
  }

  /** Processor time for each answer. */
  String usagePerRequest() {
    return usage.per(answered);
  }

  /** The trial in the middle of several, by rate. */
  static Trial median(List<Trial> trials, ToDoubleFunction<Trial> figure) {
    var sorted = new ArrayList<>(trials);
    sorted.sort(Comparator.comparingDouble(figure));
    return sorted.get(sorted.size() / 2);
  }

  /** All latencies of several trials. */
  static Histogram latencies(List<Trial> trials) {
    Histogram all = Latencies.histogram();
    trials.forEach(trial -> all.add(trial.latencies()));
    return all;
  }

  static long errors(List<Trial> trials) {
    return trials.stream().mapToLong(Trial::errors).sum();
  }

  static Map<String, Long> faults(List<Trial> trials) {
    var all = new TreeMap<String, Long>();
    trials.forEach(trial -> trial.faults().forEach((fault, n) -> all.merge(fault, n, Long::sum)));
    return all;
  }
}
