package dev.homeport.system.load;

import dev.homeport.local.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * P2: the highest rate of orders at which customers, scores and points keep up for the whole length
 * of a trial. Rates are tried, up or down, from the goal on.
 */
final class WholeChain implements Measurement {
  private static final double SHARE = 0.10;
  private static final double LAG_SECONDS = 1;
  private static final double STEP = 1.4;
  private static final int TRIALS = 5;

  @Override
  public String goal() {
    return "P2";
  }

  /** A rate, what came of it, and how far the slowest listener fell behind. */
  private record Attempt(int perSecond, Trial trial, double lagSeconds) {

    boolean keptUp() {
      return lagSeconds < LAG_SECONDS && trial.errors() == 0;
    }
  }

  @Override
  public List<Row> measure(Bench bench) throws Exception {
    var limits = new ArrayList<Trial>();
    var raw = new RawOrders(bench);
    raw.run(bench.settings().warmUp());
    for (int round = 0; round < bench.settings().rounds(); round++) {
      bench.calm();
      limits.add(bench.timed(() -> raw.run(bench.settings().trial())));
    }
    Rounds limit = Rounds.rates(limits);
    var orders = new NewOrders();
    int rate = (int) Math.max(1, SHARE * limit.median());
    bench.generator().open(bench.target(Service.ORDER, orders), rate, bench.settings().warmUp());
    var attempts = new ArrayList<Attempt>();
    for (int i = 0; i < TRIALS; i++) {
      Attempt attempt = attempt(bench, orders, rate);
      attempts.add(attempt);
      boolean turned =
          attempts.stream().anyMatch(Attempt::keptUp)
              && attempts.stream().anyMatch(a -> !a.keptUp());
      if (turned) {
        break;
      }
      rate = (int) Math.max(1, attempt.keptUp() ? rate * STEP : rate / STEP);
    }
    draw(bench, attempts);
    return List.of(row(attempts, limit, bench.settings().chain()));
  }

  private static Attempt attempt(Bench bench, NewOrders orders, int perSecond) throws Exception {
    bench.calm();
    try (var lag = ListenerLag.watch(bench.suite())) {
      Target target = bench.target(Service.ORDER, orders);
      Trial trial =
          bench.timed(() -> bench.generator().open(target, perSecond, bench.settings().chain()));
      double behind = Math.max(lag.highestSeconds(), leftOver(bench) / perSecond);
      Bench.say("  %d /s: %.2f s behind", perSecond, behind);
      return new Attempt(perSecond, trial, behind);
    }
  }

  /** Records that no listener has taken when the trial ends, for a listener that stands still. */
  private static double leftOver(Bench bench) throws Exception {
    try (var kafka = new Kafka(bench.suite().kafka().bootstrapServers())) {
      return kafka.lag();
    }
  }

  private Row row(List<Attempt> attempts, Rounds limit, Duration length) {
    var faults = Trial.faults(attempts.stream().map(Attempt::trial).toList());
    Attempt best =
        attempts.stream()
            .filter(Attempt::keptUp)
            .max(Comparator.comparingInt(Attempt::perSecond))
            .orElse(attempts.getLast());
    double rate = best.keptUp() ? best.trial().perSecond() : 0;
    return Row.of(
            goal(),
            "order -> customer -> score -> points, all listeners less than 1 s behind for %d s"
                .formatted(length.toSeconds()))
        .measured(
            best.keptUp()
                ? String.format(Locale.ROOT, "%,.0f /s", rate)
                : "none of the rates tried, down to %d /s".formatted(best.perSecond()))
        .against(limit.words("/s"), rate / limit.median())
        .goal(String.format(Locale.ROOT, ">= %.2f", SHARE), rate / limit.median() >= SHARE)
        .latencies(best.trial().latencies())
        .usage(best.trial().usagePerRequest())
        .errors(faults);
  }

  private static void draw(Bench bench, List<Attempt> attempts) {
    Map<String, Rounds> lines = new LinkedHashMap<>();
    lines.put("orders/s", new Rounds(attempts.stream().map(a -> (double) a.perSecond()).toList()));
    lines.put("ms behind", new Rounds(attempts.stream().map(a -> a.lagSeconds() * 1000).toList()));
    Chart.rounds(bench.output().resolve("p2-rates.svg"), "Rates that were tried", lines);
  }
}
