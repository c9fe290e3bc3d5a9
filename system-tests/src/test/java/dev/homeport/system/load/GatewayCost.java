package dev.homeport.system.load;

import static org.awaitility.Awaitility.await;

import dev.homeport.local.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** P5: the gateway with its checks, beside nginx with none, before the same tiny upstream. */
final class GatewayCost implements Measurement {
  private static final int CONNECTIONS = 32;
  private static final int PER_SECOND = 1_000;
  private static final double SHARE = 0.5;
  private static final double ADDED_MILLIS = 0.5;
  private static final String DIRECT = "direct";
  private static final String NGINX = "nginx";
  private static final String GATEWAY = "gateway";

  @Override
  public String goal() {
    return "P5";
  }

  @Override
  public List<Row> measure(Bench bench) throws Exception {
    var nginx =
        Nginx.before(
            bench.tiny().port(), bench.output().resolve("nginx"), bench.settings().install());
    try {
      var ways = new LinkedHashMap<String, Integer>();
      ways.put(DIRECT, bench.tiny().port());
      nginx.ifPresent(found -> ways.put(NGINX, found.port()));
      ways.put(GATEWAY, bench.port(Service.GATEWAY));
      awaitRoute(bench);
      return compare(bench, ways);
    } finally {
      nginx.ifPresent(Nginx::close);
    }
  }

  private List<Row> compare(Bench bench, Map<String, Integer> ways) throws Exception {
    var closed = trials(ways);
    var open = trials(ways);
    for (int port : ways.values()) {
      bench.warmUp(target(bench, port), CONNECTIONS);
    }
    bench.calm();
    for (int round = 0; round < bench.settings().rounds(); round++) {
      ways.forEach(
          (way, port) -> {
            Target target = target(bench, port);
            closed.get(way).add(bench.closed(target, CONNECTIONS));
            open.get(way).add(bench.open(target, PER_SECOND));
          });
    }
    draw(bench, closed, open);
    return List.of(rate(closed), added(open));
  }

  private Row rate(Map<String, List<Trial>> closed) {
    var gateway = closed.getOrDefault(GATEWAY, List.of());
    Rounds rate = Rounds.rates(gateway);
    Trial median = Trial.median(gateway, Trial::perSecond);
    var row =
        Row.of(goal(), "GET through the gateway with a token, closed loop of " + CONNECTIONS)
            .measured(rate.words("/s"))
            .latencies(Trial.latencies(gateway))
            .usage(median.usagePerRequest())
            .errors(Trial.faults(closed.values().stream().flatMap(List::stream).toList()));
    var beside = closed.get(NGINX);
    if (beside == null) {
      return row.goal(">= 0.5 of nginx, which is not on this machine", false);
    }
    Rounds nginx = Rounds.rates(beside);
    double share = rate.median() / nginx.median();
    return row.against(nginx.words("/s") + " nginx", share).goal(">= " + SHARE, share >= SHARE);
  }

  private Row added(Map<String, List<Trial>> open) {
    double direct = p50(open.getOrDefault(DIRECT, List.of()));
    double added = p50(open.getOrDefault(GATEWAY, List.of())) - direct;
    double nginx = p50(open.getOrDefault(NGINX, List.of())) - direct;
    return Row.of(
            goal(), "what the gateway adds to the median, open loop of %d /s".formatted(PER_SECOND))
        .measured(String.format(Locale.ROOT, "%.2f ms", added))
        .against(
            open.containsKey(NGINX) ? String.format(Locale.ROOT, "nginx %.2f ms", nginx) : "-",
            added / nginx)
        .goal("<= 0.5 ms", added <= ADDED_MILLIS)
        .latencies(Trial.latencies(open.getOrDefault(GATEWAY, List.of())))
        .errors(Trial.faults(open.values().stream().flatMap(List::stream).toList()));
  }

  private static double p50(List<Trial> trials) {
    return Latencies.millis(Trial.latencies(trials), 50);
  }

  private static void draw(
      Bench bench, Map<String, List<Trial>> closed, Map<String, List<Trial>> open) {
    var rates = new LinkedHashMap<String, Rounds>();
    closed.forEach((way, trials) -> rates.put(way, Rounds.rates(trials)));
    Chart.rounds(bench.output().resolve("p5-rate.svg"), "GETs per second", rates);
    var latencies = new LinkedHashMap<String, Histogram>();
    open.forEach((way, trials) -> latencies.put(way, Trial.latencies(trials)));
    Chart.latencies(
        bench.output().resolve("p5-latency.svg"), "GETs at " + PER_SECOND + " /s", latencies);
  }

  private static Map<String, List<Trial>> trials(Map<String, Integer> ways) {
    var trials = new LinkedHashMap<String, List<Trial>>();
    ways.keySet().forEach(way -> trials.put(way, new ArrayList<>()));
    return trials;
  }

  private static Target target(Bench bench, int port) {
    return new Target(port, bench.shop().token(), () -> Request.get(TinyUpstream.PATH));
  }

  private static void awaitRoute(Bench bench) {
    String url = bench.suite().service(Service.GATEWAY).url() + TinyUpstream.PATH;
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> Web.get(url, bench.shop().token()).status() == 200);
  }
}
