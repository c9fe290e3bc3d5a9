package dev.homeport.system.load;

import dev.homeport.local.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * P13: how long an event takes into the hands of a Kafka consumer, from the time it bears, which is
 * a moment before its row is written and committed: so the delay of the outbox is less.
 */
final class EventDelay implements Measurement {
  private static final int ORDERS_PER_SECOND = 1_000;
  private static final int EVENTS_PER_ORDER = 2;
  private static final double P99_MILLIS = 20;

  @Override
  public String goal() {
    return "P13";
  }

  @Override
  public List<Row> measure(Bench bench) throws Exception {
    var orders = new NewOrders();
    bench
        .generator()
        .open(bench.target(Service.ORDER, orders), ORDERS_PER_SECOND, bench.settings().warmUp());
    var trials = new ArrayList<Trial>();
    Histogram delays = Latencies.histogram();
    for (int round = 0; round < bench.settings().rounds(); round++) {
      bench.calm();
      try (var watch = EventWatch.begin(bench)) {
        Target target = bench.target(Service.ORDER, orders);
        trials.add(bench.open(target, ORDERS_PER_SECOND));
        bench.calm();
        delays.add(watch.end());
      }
    }
    Chart.latencies(
        bench.output().resolve("p13-delay.svg"), "From event to consumer", Map.of("event", delays));
    double p99 = Latencies.millis(delays, 99);
    Trial median = Trial.median(trials, Trial::perSecond);
    return List.of(
        Row.of(
                goal(),
                "event made (before its commit) -> in the hands of a consumer, %,d events/s"
                    .formatted(ORDERS_PER_SECOND * EVENTS_PER_ORDER))
            .measured(
                String.format(
                    Locale.ROOT, "p99 %.1f ms of %,d events", p99, delays.getTotalCount()))
            .goal("p99 <= 20 ms", p99 <= P99_MILLIS)
            .latencies(delays)
            .usage(median.usagePerRequest())
            .errors(Trial.faults(trials)),
        Row.missing(
            goal(),
            "the same with Debezium on the write-ahead log",
            "it needs wal_level=logical, which the suite's server does not have"));
  }
}
