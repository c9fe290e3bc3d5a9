package dev.homeport.system.load;

import java.time.Duration;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** Counts the answers of one trial, on one thread, once the connections have been opened. */
final class Tally {
  private final long opensAt;
  private final long closesAt;
  private final Histogram latencies = Latencies.histogram();
  private final TreeMap<String, Long> faults = new TreeMap<>();
  private long done;
  private long answered;

  /**
   * @param opensAt answers to requests before this instant ({@code System.nanoTime}) do not count
   */
  Tally(long opensAt, Duration length) {
    this.opensAt = opensAt;
    this.closesAt = opensAt + length.toNanos();
  }

  /**
   * @param due when the request was to be sent
   */
  void answered(long due, int status, long at) {
    if (status >= 300) {
      fault("status " + status);
      return;
    }
    answered++;
    if (due >= opensAt) {
      Latencies.record(latencies, at - due);
      done += at <= closesAt ? 1 : 0;
    }
  }

  void fault(String what) {
    faults.merge(what, 1L, Long::sum);
  }

  Trial trial() {
    return new Trial(
        done, answered, Duration.ofNanos(closesAt - opensAt), latencies, faults, Usage.NONE);
  }
}
