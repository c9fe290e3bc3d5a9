package dev.homeport.system.load;

import com.fasterxml.jackson.databind.JsonNode;
import dev.homeport.local.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/**
 * P3: imports of NDJSON at order-service, from the first byte sent until the job has finished,
 * beside batches that go straight into the same tables.
 */
final class Imports implements Measurement {
  private static final int SMALL = 20_000;
  private static final int MEDIUM = 200_000;
  private static final int LARGE = 2_000_000;
  private static final double SHARE = 0.4;
  private static final double FLAT = 1.2;
  static final double BYTES_PER_MIB = 1 << 20;
  private static final Duration UPLOAD_LIMIT = Duration.ofMinutes(10);
  private static final Duration GLANCE = Duration.ofMillis(100);

  private final Stage stage;

  Imports(Stage stage) {
    this.stage = stage;
  }

  /** An import that has ended. */
  private record Imported(double perSecond, long residentBytes, Map<String, Long> faults) {}

  @Override
  public String goal() {
    return "P3";
  }

  @Override
  public Stage stage() {
    return stage;
  }

  @Override
  public List<Row> measure(Bench bench) throws Exception {
    var raw = new RawBatches(bench);
    var limits = new ArrayList<Trial>();
    var small = new ArrayList<Imported>();
    run(bench, SMALL);
    raw.run(bench.settings().warmUp());
    for (int round = 0; round < bench.settings().rounds(); round++) {
      bench.calm();
      limits.add(bench.timed(() -> raw.run(bench.settings().trial())));
      bench.calm();
      small.add(run(bench, SMALL));
    }
    Rounds limit = Rounds.rates(limits);
    var rows = new ArrayList<Row>();
    rows.add(rate(SMALL, small, limit));
    if (stage == Stage.INTAKE_ALONE) {
      rows.addAll(larger(bench, memory(small), limit));
    }
    var lines = new LinkedHashMap<String, Rounds>();
    lines.put("raw batches", limit);
    lines.put("imports of " + SMALL, rates(small));
    String suffix = stage == Stage.WHOLE_SUITE ? "" : "-alone";
    Chart.rounds(
        bench.output().resolve("p3-rate" + suffix + ".svg"),
        "Imported orders per second, " + stage.words(),
        lines);
    return rows;
  }

  /** Once each: what they are for is whether memory grows with the file. */
  private List<Row> larger(Bench bench, double smallMib, Rounds limit) throws Exception {
    var rows = new ArrayList<Row>();
    for (int orders : bench.settings().large() ? List.of(MEDIUM, LARGE) : List.of(MEDIUM)) {
      bench.calm();
      var imported = List.of(run(bench, orders));
      rows.add(rate(orders, imported, limit));
      double growth = memory(imported) / smallMib;
      rows.add(
          Row.of(goal(), "memory of order-service while it imports %,d orders".formatted(orders))
              .measured(String.format(Locale.ROOT, "%.0f MiB", memory(imported)))
              .against(String.format(Locale.ROOT, "%.0f MiB with %,d", smallMib, SMALL), growth)
              .goal("flat (<= 1.2)", growth <= FLAT));
    }
    return rows;
  }

  private Row rate(int orders, List<Imported> imports, Rounds limit) {
    double share = rates(imports).median() / limit.median();
    var row =
        Row.of(goal(), "import of %,d orders, %s".formatted(orders, stage.words()))
            .measured(rates(imports).words("/s"))
            .against(limit.words("/s"), share)
            .goal(">= " + SHARE, share >= SHARE);
    imports.stream()
        .map(Imported::faults)
        .filter(faults -> !faults.isEmpty())
        .findFirst()
        .ifPresent(row::errors);
    return row;
  }

  private static Imported run(Bench bench, int orders) throws IOException {
    Path file = bench.output().resolve("orders-" + orders + ".ndjson.gz");
    NewOrders.write(file, orders);
    try (var memory = ResidentMemory.watch(bench.suite().service(Service.ORDER).process())) {
      Instant begun = Instant.now();
      JsonNode job = await(bench, submit(bench, file), state -> state.hasNonNull("finishedAt"));
      Duration took = Duration.between(begun, Instant.parse(job.get("finishedAt").asText()));
      var faults = new LinkedHashMap<String, Long>();
      long missing = orders - job.at("/result/new").asLong();
      if (missing != 0) {
        faults.put("not imported", missing);
      }
      double perSecond = orders / (took.toNanos() / 1e9);
      Bench.say("  %d orders in %s: %.0f /s", orders, took, perSecond);
      return new Imported(perSecond, memory.highest(), faults);
    } finally {
      Files.delete(file);
    }
  }

  /** Sends a file of orders and says where its job is. */
  static String submit(Bench bench, Path file) throws IOException {
    return submit(bench, Service.ORDER, "/v1/order-imports?backfill=true", file);
  }

  /** Sends a file to an import of a service and says where its job is. */
  static String submit(Bench bench, Service service, String path, Path file) throws IOException {
    URI url = URI.create(bench.suite().service(service).url());
    String job =
        Web.send(
                Web.request(url + path, bench.shop().token())
                    .timeout(UPLOAD_LIMIT)
                    .header("Content-Type", "application/x-ndjson")
                    .header("Content-Encoding", "gzip")
                    .POST(HttpRequest.BodyPublishers.ofFile(file))
                    .build())
            .expect(202)
            .headers()
            .firstValue("Location")
            .orElseThrow();
    return url.resolve(job).toString();
  }

  /** The job as soon as it is as wanted. */
  static JsonNode await(Bench bench, String job, Predicate<JsonNode> wanted) {
    while (true) {
      JsonNode state = Web.get(job, bench.shop().token()).expect(200).json();
      if (wanted.test(state)) {
        return state;
      }
      LockSupport.parkNanos(GLANCE.toNanos());
    }
  }

  private static Rounds rates(List<Imported> imports) {
    return new Rounds(imports.stream().map(Imported::perSecond).toList());
  }

  private static double memory(List<Imported> imports) {
    return imports.stream().mapToLong(Imported::residentBytes).max().orElse(0) / BYTES_PER_MIB;
  }
}
