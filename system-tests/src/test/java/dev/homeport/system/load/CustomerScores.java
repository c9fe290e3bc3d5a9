package dev.homeport.system.load;

import dev.homeport.analytics.rfm.CutPoints;
import dev.homeport.analytics.rfm.Measures;
import dev.homeport.analytics.rfm.Settled;
import dev.homeport.local.Databases;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/**
 * P6: the scores of a million customers, exact, and who has come into another group, in the columns
 * of analytics-service; beside the window query in PostgreSQL and in DuckDB, which say only how
 * many customers have which scores. And what one customer costs among fewer of them.
 */
final class CustomerScores implements Measurement {
  private static final int ALL = 1_000_000;
  private static final int ORDERS = 2_000;
  private static final int CHUNK = 50_000;
  private static final int WARM = 15;
  private static final int FEW = 10_000;
  private static final int REPEATS = 20;
  private static final double MILLI = 1e6;
  private static final double OF_SQL = 1.0 / 8;
  private static final double OF_DUCKDB = 1.0 / 2;
  private static final double GROWTH = 1.5;

  @Override
  public String goal() {
    return "P6";
  }

  @Override
  public List<Row> measure(Bench bench) throws Exception {
    var scored = new Scored(ALL);
    var columns = new ArrayList<Double>();
    var sql = new ArrayList<Double>();
    var duck = new ArrayList<Double>();
    long wrong = 0;
    try (var postgres = bench.database(Databases.ANALYTICS.name());
        var duckdb = new DuckDBDriver().connect("jdbc:duckdb:", new Properties())) {
      fill(postgres, scored);
      fill(duckdb.unwrap(DuckDBConnection.class), scored);
      warm(scored);
      query(postgres, WINDOWS);
      query(duckdb, GROUPS);
      for (int round = 0; round < bench.settings().rounds(); round++) {
        scored.order(ORDERS);
        long begun = System.nanoTime();
        Settled settled = scored.settle();
        columns.add((System.nanoTime() - begun) / MILLI);
        Bench.say("  %.1f ms, %,d changes", columns.getLast(), settled.changes().size());
        sql.add(query(postgres, WINDOWS));
        duck.add(query(duckdb, GROUPS));
        wrong += settled.cutPoints().population() == ALL ? 0 : 1;
      }
      wrong += differences(postgres, scored);
    }
    var rows = new ArrayList<Row>();
    rows.add(row("the window query in PostgreSQL", columns, sql, OF_SQL, "<= 1/8", wrong));
    rows.add(row("in DuckDB", columns, duck, OF_DUCKDB, "<= 1/2", 0));
    rows.add(growth());
    return rows;
  }

  private Row row(
      String beside,
      List<Double> columns,
      List<Double> other,
      double most,
      String goal,
      long wrong) {
    double ratio = new Rounds(columns).median() / new Rounds(other).median();
    return Row.of(
            goal(),
            "RFM of %,d customers after %,d orders: cut points, all scores, changed groups"
                .formatted(ALL, ORDERS))
        .measured(new Rounds(columns).words("ms"))
        .against(new Rounds(other).words("ms") + ' ' + beside, ratio)
        .goal(goal, ratio <= most)
        .errors(wrong == 0 ? Map.of() : Map.of("other scores", wrong));
  }

  /** Ten thousand, a hundred thousand, a million: nanoseconds for each of them. */
  private static Row growth() {
    var each = new ArrayList<Double>();
    for (int size = FEW; size <= ALL; size *= 10) {
      var scored = new Scored(size);
      warm(scored);
      var times = new ArrayList<Double>();
      for (int i = 0; i < REPEATS; i++) {
        scored.order(size / 500);
        long begun = System.nanoTime();
        scored.settle();
        times.add((System.nanoTime() - begun) / (double) size);
      }
      each.add(new Rounds(times).median());
    }
    double ratio = each.getLast() / each.getFirst();
    return Row.of("P12", "RFM: ns a customer among 10 k, 100 k, 1 M customers")
        .measured(String.format(Locale.ROOT, "%.0f, %.0f, %.0f", each.toArray()))
        .against("among 10 k", ratio)
        .goal("<= 1.5", ratio <= GROWTH);
  }

  private static void warm(Scored scored) {
    for (int i = 0; i < WARM; i++) {
      scored.order(ORDERS / 10);
      scored.settle();
    }
  }

  private static void fill(Connection postgres, Scored scored) throws SQLException {
    try (var statement = postgres.createStatement()) {
      statement.execute(
          """
          create temp table scored
            (customer_id uuid, last_day date, frequency bigint, net numeric(38, 9))""");
    }
    try (var insert = postgres.prepareStatement(INSERT)) {
      for (int from = 0; from < ALL; from += CHUNK) {
        Scored.One[] chunk = Arrays.copyOfRange(scored.customers(), from, from + CHUNK);
        Object[] ids = Arrays.stream(chunk).map(Scored.One::id).toArray();
        Object[] days = Arrays.stream(chunk).map(Scored.One::day).toArray();
        Object[] orders = Arrays.stream(chunk).map(Scored.One::orders).toArray();
        Object[] net = Arrays.stream(chunk).map(Scored.One::net).toArray();
        insert.setArray(1, postgres.createArrayOf("uuid", ids));
        insert.setArray(2, postgres.createArrayOf("int4", days));
        insert.setArray(3, postgres.createArrayOf("int4", orders));
        insert.setArray(4, postgres.createArrayOf("numeric", net));
        insert.executeUpdate();
      }
    }
    try (var statement = postgres.createStatement()) {
      statement.execute("analyze scored");
    }
  }

  private static void fill(DuckDBConnection duckdb, Scored scored) throws SQLException {
    try (var statement = duckdb.createStatement()) {
      statement.execute(
          """
          create table scored (last_day integer, frequency bigint, net decimal(18, 2))""");
    }
    try (var appender = duckdb.createAppender("main", "scored")) {
      for (Scored.One one : scored.customers()) {
        appender.beginRow();
        appender.append(one.day());
        appender.append((long) one.orders());
        appender.append(one.net());
        appender.endRow();
      }
    }
  }

  /** How long it takes to score everybody; the result is counted where it is found. */
  private static double query(Connection database, String scores) throws SQLException {
    long begun = System.nanoTime();
    try (var statement = database.createStatement();
        var rows = statement.executeQuery(scores)) {
      while (rows.next()) {
        rows.getLong(4);
      }
    }
    return (System.nanoTime() - begun) / MILLI;
  }

  /** Customers whom the query scores otherwise, on the values of now. */
  private static long differences(Connection postgres, Scored scored) throws SQLException {
    try (var statement = postgres.createStatement()) {
      statement.execute("drop table scored");
    }
    fill(postgres, scored);
    CutPoints cutPoints = scored.settle().cutPoints();
    var counted = new HashMap<String, Long>();
    for (Scored.One one : scored.customers()) {
      var scores =
          cutPoints.scores(new Measures(LocalDate.ofEpochDay(one.day()), one.orders(), one.net()));
      counted.merge(scores.r() + " " + scores.f() + " " + scores.m(), 1L, Long::sum);
    }
    long wrong = 0;
    try (var statement = postgres.createStatement();
        var rows = statement.executeQuery(WINDOWS)) {
      while (rows.next()) {
        String key = rows.getLong(1) + " " + rows.getLong(2) + " " + rows.getLong(3);
        wrong += Math.abs(counted.getOrDefault(key, 0L) - rows.getLong(4));
        counted.remove(key);
      }
    }
    return wrong + counted.values().stream().mapToLong(Long::longValue).sum();
  }

  private static final String INSERT =
      """
      insert into scored
      select id, date 'epoch' + day, orders, net
      from unnest(?::uuid[], ?::int[], ?::int[], ?::numeric[]) as c (id, day, orders, net)""";

  private static final String WINDOWS =
      """
      select r, f, m, count(*) from (
        select 1 + 5 * (rank() over (order by last_day) - 1) / n as r,
          1 + 5 * (rank() over (order by frequency) - 1) / n as f,
          1 + 5 * (rank() over (order by net) - 1) / n as m
        from scored, (select count(*) as n from scored) whole) s
      group by r, f, m""";

  /** The same scores, the way that is the fastest in DuckDB: each value is ranked once. */
  private static final String GROUPS =
      """
      with whole as (select count(*) as n from scored),
        days as (
          select last_day, 1 + 5 * (sum(c) over (order by last_day) - c) // n as r
          from (select last_day, count(*) as c from scored group by last_day), whole),
        orders as (
          select frequency, 1 + 5 * (sum(c) over (order by frequency) - c) // n as f
          from (select frequency, count(*) as c from scored group by frequency), whole),
        amounts as (
          select net, 1 + 5 * (sum(c) over (order by net) - c) // n as m
          from (select net, count(*) as c from scored group by net), whole)
      select r, f, m, count(*)
      from scored join days using (last_day) join orders using (frequency)
        join amounts using (net)
      group by r, f, m""";
}
