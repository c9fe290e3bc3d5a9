package dev.homeport.system.load;

import dev.homeport.local.Service;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.HdrHistogram.Histogram;

/**
 * P4: how long after its acceptance an order shows in its buyer's score and points. A part of the
 * orders is followed by reading both over REST again and again; what is measured ends with the
 * first answer that shows the order.
 */
final class Freshness implements Measurement {
  private static final int PER_SECOND = 500;
  private static final int FOLLOWED_ONE_IN = 25;
  private static final int CONNECTIONS = 64;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final double P50_MILLIS = 25;
  private static final double P99_MILLIS = 100;
  private static final String IDENTITY = "\"identityId\":\"idn_";
  private static final int UUID_LENGTH = 36;

  @Override
  public String goal() {
    return "P4";
  }

  /** Where an order shows, and how one sees that it does. */
  private record View(String what, Service service, String path, Predicate<String> shows) {}

  private static final List<View> VIEWS =
      List.of(
          new View(
              "its buyer's RFM",
              Service.ANALYTICS,
              "/v1/customers/cus_%s/rfm",
              body -> body.contains("\"frequency\":1")),
          new View(
              "its buyer's points",
              Service.LOYALTY,
              "/v1/members/cus_%s",
              body -> !body.contains("\"available\":0,")));

  @Override
  public List<Row> measure(Bench bench) throws Exception {
    var orders = new NewOrders();
    bench
        .generator()
        .open(bench.target(Service.ORDER, orders), PER_SECOND, bench.settings().warmUp());
    var delays = new LinkedHashMap<String, Histogram>();
    VIEWS.forEach(view -> delays.put(view.what(), Latencies.histogram()));
    var trials = new ArrayList<Trial>();
    var unseen = new AtomicLong();
    for (int round = 0; round < bench.settings().rounds(); round++) {
      bench.calm();
      trials.add(trial(bench, orders, delays, unseen));
    }
    Chart.latencies(bench.output().resolve("p4-delay.svg"), "From acceptance to", delays);
    return rows(delays, trials, unseen.get());
  }

  private static Trial trial(
      Bench bench, NewOrders orders, Map<String, Histogram> delays, AtomicLong unseen) {
    HttpClient client = bench.generator().client(CONNECTIONS);
    var followers = new ArrayList<Follower>();
    for (View view : VIEWS) {
      followers.add(
          new Follower(
              bench.generator().vertx(),
              client,
              bench.target(view.service(), () -> Request.get(view.path())),
              view.shows(),
              delays.get(view.what())));
    }
    var accepted = new AtomicLong();
    Target target =
        new Target(
            bench.port(Service.ORDER),
            bench.shop().token(),
            orders,
            (body, at) -> {
              if (accepted.incrementAndGet() % FOLLOWED_ONE_IN == 0) {
                String buyer = identity(body);
                followers.forEach(follower -> follower.follow(buyer, at));
              }
            });
    Trial trial = bench.open(target, PER_SECOND);
    long limit = System.nanoTime() + PATIENCE.toNanos();
    while (followers.stream().anyMatch(Follower::waits) && System.nanoTime() < limit) {
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
    followers.forEach(follower -> unseen.addAndGet(follower.giveUp()));
    Generator.close(client);
    return trial;
  }

  /** The buyer of an order, out of the answer to it. */
  static String identity(Buffer body) {
    String text = body.toString();
    int at = text.indexOf(IDENTITY) + IDENTITY.length();
    return text.substring(at, at + UUID_LENGTH);
  }

  private List<Row> rows(Map<String, Histogram> delays, List<Trial> trials, long unseen) {
    var faults = new LinkedHashMap<>(Trial.faults(trials));
    if (unseen > 0) {
      faults.put("never seen", unseen);
    }
    var rows = new ArrayList<Row>();
    delays.forEach(
        (what, delay) -> {
          double p50 = Latencies.millis(delay, 50);
          double p99 = Latencies.millis(delay, 99);
          Trial median = Trial.median(trials, Trial::perSecond);
          rows.add(
              Row.of(
                      goal(),
                      "order accepted -> %s shows it, open loop of %d /s, %d followed over REST"
                          .formatted(what, PER_SECOND, delay.getTotalCount()))
                  .measured(String.format(Locale.ROOT, "p50 %.1f, p99 %.1f ms", p50, p99))
                  .goal("p50 <= 25, p99 <= 100 ms", p50 <= P50_MILLIS && p99 <= P99_MILLIS)
                  .latencies(delay)
                  .usage(median.usagePerRequest())
                  .errors(rows.isEmpty() ? faults : Map.of()));
        });
    return rows;
  }
}
