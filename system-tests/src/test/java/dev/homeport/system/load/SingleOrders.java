package dev.homeport.system.load;

import dev.homeport.local.Service;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * P1: single orders over REST, at order-service and through the gateway, beside what the database
 * takes with nothing before it.
 */
final class SingleOrders implements Measurement {
  private static final int CONNECTIONS = 128;
  private static final double LONGEST_MILLIS = 25;
  private static final List<Service> ENTRANCES = List.of(Service.ORDER, Service.GATEWAY);
  private static final double SHARE_DIRECT = 0.6;
  private static final double SHARE_THROUGH_THE_GATEWAY = 0.35;

  private final Stage stage;

  SingleOrders(Stage stage) {
    this.stage = stage;
  }

  @Override
  public String goal() {
    return "P1";
  }

  @Override
  public Stage stage() {
    return stage;
  }

  @Override
  public List<Row> measure(Bench bench) throws Exception {
    var orders = new NewOrders();
    var limits = new ArrayList<Trial>();
    var closed = trials();
    takeCeilings(bench, orders, limits, closed);
    var rows = new ArrayList<Row>();
    var latencies = new LinkedHashMap<String, Histogram>();
    for (Service entrance : ENTRANCES) {
      double rate = Rounds.rates(closed.get(entrance)).median();
      rows.add(ceiling(entrance, closed.get(entrance), Rounds.rates(limits)));
      var half = halfRate(bench, bench.target(entrance, orders), (int) Math.max(1, rate / 2));
      latencies.put(entrance.id(), Trial.latencies(half));
      rows.add(delay(entrance, half, (int) rate / 2));
    }
    draw(bench, limits, closed, latencies);
    return rows;
  }

  private static void takeCeilings(
      Bench bench, NewOrders orders, List<Trial> limits, Map<Service, List<Trial>> closed)
      throws Exception {
    var raw = new RawOrders(bench);
    raw.run(bench.settings().warmUp());
    ENTRANCES.forEach(entrance -> bench.warmUp(bench.target(entrance, orders), CONNECTIONS));
    for (int round = 0; round < bench.settings().rounds(); round++) {
      bench.calm();
      limits.add(bench.timed(() -> raw.run(bench.settings().trial())));
      for (Service entrance : ENTRANCES) {
        bench.calm();
        closed.get(entrance).add(bench.closed(bench.target(entrance, orders), CONNECTIONS));
      }
    }
  }

  private static List<Trial> halfRate(Bench bench, Target target, int perSecond) throws Exception {
    var trials = new ArrayList<Trial>();
    for (int round = 0; round < bench.settings().rounds(); round++) {
      bench.calm();
      trials.add(bench.open(target, perSecond));
    }
    return trials;
  }

  private Row ceiling(Service entrance, List<Trial> trials, Rounds limits) {
    double share = Rounds.rates(trials).median() / limits.median();
    double wanted = entrance == Service.ORDER ? SHARE_DIRECT : SHARE_THROUGH_THE_GATEWAY;
    Trial median = Trial.median(trials, Trial::perSecond);
    return Row.of(
            goal(),
            "POST /v1/orders at %s, closed loop of %d, %s"
                .formatted(entrance.id(), CONNECTIONS, stage.words()))
        .measured(Rounds.rates(trials).words("/s"))
        .against(limits.words("/s"), share)
        .goal(String.format(Locale.ROOT, ">= %.2f", wanted), share >= wanted)
        .latencies(Trial.latencies(trials))
        .usage(median.usagePerRequest())
        .errors(Trial.faults(trials));
  }

  private Row delay(Service entrance, List<Trial> trials, int perSecond) {
    Histogram latencies = Trial.latencies(trials);
    double p99 = Latencies.millis(latencies, 99);
    Trial median = Trial.median(trials, Trial::perSecond);
    return Row.of(
            goal(),
            "POST /v1/orders at %s, open loop at half that rate (%d /s), %s"
                .formatted(entrance.id(), perSecond, stage.words()))
        .measured(String.format(Locale.ROOT, "p99 %.1f ms", p99))
        .goal("p99 <= 25 ms", p99 <= LONGEST_MILLIS)
        .latencies(latencies)
        .usage(median.usagePerRequest())
        .errors(Trial.faults(trials));
  }

  private void draw(
      Bench bench,
      List<Trial> limits,
      Map<Service, List<Trial>> closed,
      Map<String, Histogram> latencies) {
    var rates = new LinkedHashMap<String, Rounds>();
    rates.put("raw PostgreSQL", Rounds.rates(limits));
    closed.forEach((entrance, trials) -> rates.put(entrance.id(), Rounds.rates(trials)));
    String suffix = stage == Stage.WHOLE_SUITE ? "" : "-alone";
    Chart.rounds(
        bench.output().resolve("p1-rate" + suffix + ".svg"),
        "Single orders per second, " + stage.words(),
        rates);
    Chart.latencies(
        bench.output().resolve("p1-latency" + suffix + ".svg"),
        "Single orders at half the rate, " + stage.words(),
        latencies);
  }

  private static Map<Service, List<Trial>> trials() {
    var trials = new LinkedHashMap<Service, List<Trial>>();
    ENTRANCES.forEach(entrance -> trials.put(entrance, new ArrayList<>()));
    return trials;
  }
}
