package dev.homeport.system.load;

import com.fasterxml.jackson.databind.JsonNode;
import dev.homeport.local.Databases;
import dev.homeport.local.Service;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * P3: order-service is killed in the middle of an import of a million orders; started again, it
 * goes on, and each order is there once. Only with {@code load.large}.
 */
final class KilledImport implements Measurement {
  private static final int ORDERS = 1_000_000;

  @Override
  public String goal() {
    return "P3";
  }

  @Override
  public Stage stage() {
    return Stage.INTAKE_ALONE;
  }

  @Override
  public List<Row> measure(Bench bench) throws Exception {
    if (!bench.settings().large()) {
      return List.of();
    }
    bench.calm();
    long before = orders(bench);
    Path file = bench.output().resolve("orders-killed.ndjson.gz");
    NewOrders.write(file, ORDERS);
    String job = Imports.submit(bench, file);
    long highest;
    JsonNode killedAt;
    try (var memory = ResidentMemory.watch(bench.suite().service(Service.ORDER).process())) {
      killedAt = Imports.await(bench, job, state -> state.get("processed").asInt() > ORDERS / 2);
      highest = memory.highest();
    }
    bench.suite().service(Service.ORDER).kill();
    bench.suite().start(Service.ORDER);
    JsonNode done;
    try (var memory = ResidentMemory.watch(bench.suite().service(Service.ORDER).process())) {
      done = Imports.await(bench, job, state -> state.hasNonNull("finishedAt"));
      highest = Math.max(highest, memory.highest());
    }
    Files.delete(file);
    return List.of(row(killedAt, done, orders(bench) - before, highest));
  }

  private Row row(JsonNode killedAt, JsonNode done, long there, long highest) {
    long counted = done.at("/result/new").asLong();
    return Row.of(goal(), "import of %,d orders, killed and resumed".formatted(ORDERS))
        .measured(
            String.format(
                Locale.ROOT,
                "killed after %,d; then %,d orders there, the job says %,d new; %.0f MiB",
                killedAt.get("processed").asLong(),
                there,
                counted,
                highest / Imports.BYTES_PER_MIB))
        .goal("each order once", there == ORDERS && counted == ORDERS)
        .errors(Map.of("lost or doubled", Math.abs(there - ORDERS)));
  }

  private static long orders(Bench bench) throws SQLException {
    try (var connection = bench.database(Databases.ORDERS.name());
        var statement = connection.createStatement();
        var row = statement.executeQuery("select count(*) from orders")) {
      row.next();
      return row.getLong(1);
    }
  }
}
