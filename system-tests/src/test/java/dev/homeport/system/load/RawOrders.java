package dev.homeport.system.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.postgresql.PGStatement;

/**
 * How many orders the database takes when nothing but the database is in the way: an order, three
 * lines and an outbox row in one statement, which is one durable transaction, on tables with
 * primary keys and nothing else.
 */
final class RawOrders {
  static final int CONNECTIONS = 32;

  private static final String DATABASE = "raw_limit";
  private static final String PAYLOAD =
      "{\"order\":\"" + "o".repeat(180) + "\",\"lines\":\"" + "l".repeat(170) + "\"}";
  private static final String TABLES =
      """
      create table if not exists orders (
        id bigint generated always as identity primary key,
        customer bigint not null, total bigint not null,
        placed_at timestamptz not null default now());
      create table if not exists line (
        order_id bigint not null, number integer not null, sku integer not null,
        quantity integer not null, price bigint not null, primary key (order_id, number));
      create table if not exists outbox (
        id bigint generated always as identity primary key, payload jsonb not null);
      truncate orders, line, outbox\
      """;
  private static final String ORDER =
      """
      with placed as (insert into orders (customer, total) values (?, ?) returning id),
      lines as (
        insert into line (order_id, number, sku, quantity, price)
        select id, number, number * 7, 1, 999 from placed, (values (1), (2), (3)) n(number))
      insert into outbox (payload) select ?::jsonb from placed\
      """;

  private final Bench bench;

  RawOrders(Bench bench) {
    this.bench = bench;
  }

  /** Orders per second of so many connections, each with one order at a time. */
  Trial run(Duration length) {
    try {
      prepare();
      return insert(length);
    } catch (SQLException | ExecutionException e) {
      throw new IllegalStateException("The raw limit could not be measured", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }

  private void prepare() throws SQLException {
    try (var server = bench.database("postgres");
        var statement = server.createStatement();
        var found =
            statement.executeQuery("select from pg_database where datname = '" + DATABASE + "'")) {
      if (!found.next()) {
        statement.execute("create database " + DATABASE);
      }
    }
    try (var database = bench.database(DATABASE);
        var statement = database.createStatement()) {
      statement.execute(TABLES);
    }
  }

  private Trial insert(Duration length) throws ExecutionException, InterruptedException {
    long opensAt = System.nanoTime() + Generator.LEAD_IN.toNanos();
    try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
      var parts = new ArrayList<Future<Trial>>();
      for (int i = 0; i < CONNECTIONS; i++) {
        Callable<Trial> caller = () -> insertUntil(opensAt, length);
        parts.add(threads.submit(caller));
      }
      var trials = new ArrayList<Trial>();
      for (Future<Trial> part : parts) {
        trials.add(part.get());
      }
      return new Trial(
          trials.stream().mapToLong(Trial::done).sum(),
          trials.stream().mapToLong(Trial::answered).sum(),
          length,
          Trial.latencies(trials),
          Trial.faults(trials),
          Usage.NONE);
    }
  }

  private Trial insertUntil(long opensAt, Duration length) throws SQLException {
    var tally = new Tally(opensAt, length);
    long end = opensAt + length.toNanos();
    try (Connection connection = bench.database(DATABASE);
        var statement = connection.prepareStatement(ORDER)) {
      statement.unwrap(PGStatement.class).setPrepareThreshold(1);
      for (long begun = System.nanoTime(); begun < end; begun = System.nanoTime()) {
        statement.setLong(1, begun);
        statement.setLong(2, begun);
        statement.setString(3, PAYLOAD);
        statement.executeUpdate();
        tally.answered(begun, 200, System.nanoTime());
      }
    }
    return tally.trial();
  }
}
