package dev.homeport.system.load;

import dev.homeport.local.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** P10: what a storefront reads of a customer, one of some thousands at a time. */
final class Reads implements Measurement {
  private static final int CUSTOMERS = 2_000;
  private static final int CONNECTIONS = 32;
  private static final double P99_MILLIS = 30;

  /** A read, where it is asked, and how many a second are wanted. */
  private record Read(Service service, String path, int wanted) {}

  private static final List<Read> READS =
      List.of(
          new Read(Service.ANALYTICS, "/v1/customers/cus_%s/rfm", 6_000),
          new Read(Service.LOYALTY, "/v1/members/cus_%s", 6_000),
          new Read(Service.GATEWAY, "/v1/customers/cus_%s/overview", 1_000));

  @Override
  public String goal() {
    return "P10";
  }

  @Override
  public List<Row> measure(Bench bench) throws Exception {
    List<String> buyers = buyers(bench);
    bench.calm();
    var rows = new ArrayList<Row>();
    var rates = new LinkedHashMap<String, Rounds>();
    for (Read read : READS) {
      String url = bench.suite().service(read.service()).url();
      int status =
          Web.get(url + read.path().formatted(buyers.getFirst()), bench.shop().token()).status();
      if (status == 404) {
        rows.add(Row.missing(goal(), "GET " + name(read), "it answers 404"));
        continue;
      }
      var trials = trials(bench, read, buyers);
      rates.put(name(read), Rounds.rates(trials));
      rows.add(row(read, trials));
    }
    Chart.rounds(bench.output().resolve("p10-rate.svg"), "Reads per second", rates);
    return rows;
  }

  private static List<String> buyers(Bench bench) {
    var buyers = new CopyOnWriteArrayList<String>();
    var orders = new NewOrders();
    Target target =
        new Target(
            bench.port(Service.ORDER),
            bench.shop().token(),
            orders,
            (body, _) -> buyers.add(Freshness.identity(body)));
    while (buyers.size() < CUSTOMERS) {
      bench.generator().closed(target, CONNECTIONS, Duration.ofSeconds(1));
    }
    return List.copyOf(buyers.subList(0, CUSTOMERS));
  }

  private static List<Trial> trials(Bench bench, Read read, List<String> buyers) {
    var next = new int[1];
    Target target =
        bench.target(
            read.service(),
            () -> Request.get(read.path().formatted(buyers.get(next[0]++ % buyers.size()))));
    bench.warmUp(target, CONNECTIONS);
    var trials = new ArrayList<Trial>();
    for (int round = 0; round < bench.settings().rounds(); round++) {
      trials.add(bench.closed(target, CONNECTIONS));
    }
    return trials;
  }

  private Row row(Read read, List<Trial> trials) {
    var latencies = Trial.latencies(trials);
    Rounds rate = Rounds.rates(trials);
    Trial median = Trial.median(trials, Trial::perSecond);
    return Row.of(goal(), "GET %s, closed loop of %d".formatted(name(read), CONNECTIONS))
        .measured(rate.words("/s"))
        .goal(
            String.format(Locale.ROOT, ">= %,d /s, p99 <= 30 ms", read.wanted()),
            rate.median() >= read.wanted() && Latencies.millis(latencies, 99) <= P99_MILLIS)
        .latencies(latencies)
        .usage(median.usagePerRequest())
        .errors(Trial.faults(trials));
  }

  private static String name(Read read) {
    return read.path().replace("cus_%s", "{id}") + " at " + read.service().id();
  }
}
