package dev.homeport.system.load;

import com.fasterxml.jackson.databind.JsonNode;
import dev.homeport.local.Checkout;
import dev.homeport.local.Databases;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * How many orders the database takes in bulk on one connection: {@code COPY} of a hundred orders
 * and their two events each, committed together, into copies of the service's own tables with all
 * their columns and indexes.
 */
final class RawBatches {
  private static final int BATCH = 100;
  private static final String COPIES =
      """
      create schema if not exists raw;
      drop table if exists raw.orders;
      drop table if exists raw.outbox;
      create table raw.orders (like public.orders including all);
      create table raw.outbox (like public.outbox including all)\
      """;
  private static final String OTHER_COLUMNS =
      """
      select string_agg(quote_ident(column_name), ', ' order by ordinal_position)
      from information_schema.columns
      where table_schema = 'public' and table_name = 'orders'
        and column_name not in ('id', 'external_id')\
      """;
  private static final String OUTBOX =
      "copy raw.outbox (event_id, tenant_id, topic, key, type, subject, time, data) from stdin";

  private final Bench bench;
  private final String orderEvent = sample("order-recorded.json");
  private final String buyerEvent = sample("buyer-seen.json");
  private long next;

  RawBatches(Bench bench) {
    this.bench = bench;
  }

  /** Orders per second; needs at least one order in the service's table, which it multiplies. */
  Trial run(Duration length) {
    try (Connection connection = bench.database(Databases.ORDERS.name());
        var statement = connection.createStatement()) {
      statement.execute(COPIES);
      String columns;
      try (var row = statement.executeQuery(OTHER_COLUMNS)) {
        row.next();
        columns = row.getString(1);
      }
      Trial trial = copy(connection, columns, length);
      statement.execute("drop schema raw cascade");
      return trial;
    } catch (SQLException | IOException e) {
      throw new IllegalStateException("The raw limit could not be measured", e);
    }
  }

  private Trial copy(Connection connection, String columns, Duration length)
      throws SQLException, IOException {
    CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
    var order = new StringWriter();
    copy.copyOut("copy (select " + columns + " from public.orders limit 1) to stdout", order);
    if (order.getBuffer().isEmpty()) {
      throw new IllegalStateException("There is no order to multiply");
    }
    String into = "copy raw.orders (id, external_id, " + columns + ") from stdin";
    connection.setAutoCommit(false);
    var tally = new Tally(System.nanoTime() + Generator.LEAD_IN.toNanos(), length);
    long end = System.nanoTime() + Generator.LEAD_IN.plus(length).toNanos();
    for (long begun = System.nanoTime(); begun < end; begun = System.nanoTime()) {
      copy.copyIn(into, new StringReader(orders(order.toString())));
      copy.copyIn(OUTBOX, new StringReader(events()));
      connection.commit();
      long at = System.nanoTime();
      for (int i = 0; i < BATCH; i++) {
        tally.answered(begun, 200, at);
      }
    }
    connection.setAutoCommit(true);
    return tally.trial();
  }

  private String orders(String rest) {
    var rows = new StringBuilder();
    for (int i = 0; i < BATCH; i++) {
      rows.append(id()).append("\tx-").append(next).append('\t').append(rest);
    }
    return rows.toString();
  }

  private String events() {
    var rows = new StringBuilder();
    for (int i = 0; i < BATCH; i++) {
      event(rows, "homeport.order.v1", "dev.homeport.order.recorded.v1", orderEvent);
      event(rows, "homeport.buyer.v1", "dev.homeport.buyer.seen.v1", buyerEvent);
    }
    return rows.toString();
  }

  private void event(StringBuilder rows, String topic, String type, String data) {
    UUID key = UUID.randomUUID();
    rows.append(id()).append('\t').append(bench.shop().tenant()).append('\t').append(topic);
    rows.append('\t').append(key).append('\t').append(type).append('\t').append(key);
    rows.append("\t2026-11-01T10:00:00Z\t").append(data).append('\n');
  }

  /** Rising with time, as the service's own. */
  private UUID id() {
    long high = System.currentTimeMillis() << 16 | 0x7000 | (next++ & 0xFFF);
    return new UUID(high, UUID.randomUUID().getLeastSignificantBits());
  }

  private static String sample(String name) {
    try {
      JsonNode event =
          Web.JSON.readTree(
              Checkout.locate()
                  .root()
                  .resolve("order-service/contracts/samples")
                  .resolve(name)
                  .toFile());
      return event.toString().replace("\\", "\\\\").replace("\t", " ");
    } catch (IOException e) {
      throw new IllegalStateException("The sample cannot be read", e);
    }
  }
}
