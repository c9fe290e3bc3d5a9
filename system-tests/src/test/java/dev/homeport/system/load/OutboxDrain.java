package dev.homeport.system.load;

import dev.homeport.local.Databases;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * P13: how fast a backlog leaves the outbox, as after a long absence of the broker. The rows are
 * written at once and look old, on a topic of their own that nobody listens to.
 */
final class OutboxDrain implements Measurement {
  private static final int ROWS = 100_000;
  private static final int GOAL = 40_000;
  private static final String TOPIC = "homeport.load.v1";
  private static final Duration GLANCE = Duration.ofMillis(20);
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final String BACKLOG =
      """
      insert into outbox
        (event_id, tenant_id, topic, key, type, subject, time, data, created_at)
      select gen_random_uuid(), '%s', '%s', gen_random_uuid(), 'dev.homeport.load.v1', n, now(),
        repeat('{"line":"MUG-1","price":"9.99"},', 30), clock_timestamp() - interval '10 seconds'
      from generate_series(1, %d) n\
      """;

  @Override
  public String goal() {
    return "P13";
  }

  @Override
  public List<Row> measure(Bench bench) throws Exception {
    var rates = new ArrayList<Double>();
    long missing;
    try (var kafka = new Kafka(bench.suite().kafka().bootstrapServers());
        var connection = bench.database(Databases.ORDERS.name())) {
      kafka.create(TOPIC);
      drain(bench, connection);
      long before = kafka.records(TOPIC);
      for (int round = 0; round < bench.settings().rounds(); round++) {
        bench.calm();
        rates.add(drain(bench, connection));
      }
      long arrived = kafka.records(TOPIC) - before;
      missing = (long) ROWS * bench.settings().rounds() - arrived;
    }
    var rate = new Rounds(rates);
    Map<String, Long> faults = new LinkedHashMap<>();
    if (missing > 0) {
      faults.put("not in the topic", missing);
    }
    return List.of(
        Row.of(
                goal(),
                "backlog of %,d rows of 1 kB, from its commit to an empty outbox".formatted(ROWS))
            .measured(rate.words("/s"))
            .goal(">= 40,000 /s", rate.median() >= GOAL)
            .errors(faults));
  }

  private static double drain(Bench bench, Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.executeUpdate(BACKLOG.formatted(bench.shop().tenant(), TOPIC, ROWS));
      long begun = System.nanoTime();
      while (remains(connection)) {
        if (System.nanoTime() - begun > LIMIT.toNanos()) {
          throw new IllegalStateException("The backlog does not drain");
        }
        LockSupport.parkNanos(GLANCE.toNanos());
      }
      double perSecond = ROWS / ((System.nanoTime() - begun) / 1e9);
      Bench.say("  drained at %.0f /s", perSecond);
      return perSecond;
    }
  }

  private static boolean remains(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "select exists (select from outbox where topic = '" + TOPIC + "')")) {
      row.next();
      return row.getBoolean(1);
    }
  }
}
