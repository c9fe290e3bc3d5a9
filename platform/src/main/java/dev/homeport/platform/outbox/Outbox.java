package dev.homeport.platform.outbox;

import dev.homeport.platform.event.OutboundEvent;
import dev.homeport.platform.event.Topic;
import dev.homeport.platform.secret.SealedEvents;
import dev.homeport.platform.tenant.CurrentTenant;
import dev.homeport.platform.tenant.SandboxEpoch;
import io.agroal.api.AgroalDataSource;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where business code leaves events. They commit with the transaction or vanish with it, and are
 * sent right after the commit; what that does not deliver, the relay does.
 */
@ApplicationScoped
public class Outbox {
  private final AgroalDataSource database;
  private final CurrentTenant tenant;
  private final SandboxEpoch epochs;
  private final TransactionSynchronizationRegistry transaction;
  private final SealedEvents seals;
  private final OutboxSender sender;
  private final LatestSender latestSender;

  Outbox(
      AgroalDataSource database,
      CurrentTenant tenant,
      SandboxEpoch epochs,
      TransactionSynchronizationRegistry transaction,
      SealedEvents seals,
      OutboxSender sender,
      LatestSender latestSender) {
    this.database = database;
    this.tenant = tenant;
    this.epochs = epochs;
    this.transaction = transaction;
    this.seals = seals;
    this.sender = sender;
    this.latestSender = latestSender;
  }

  public void append(OutboundEvent... events) {
    append(Arrays.asList(events));
  }

  /**
   * Two round trips at most, however many events there are.
   *
   * @throws IllegalStateException outside a transaction
   */
  public void append(List<OutboundEvent> events) {
    if (events.isEmpty()) {
      return;
    }
    if (transaction.getTransactionStatus() != Status.STATUS_ACTIVE) {
      throw new IllegalStateException("Events are recorded only inside a transaction");
    }
    UUID id = tenant.id();
    int epoch = epochs.current();
    String traceparent = traceparent();
    var retained = new ArrayList<PendingEvent>();
    var latest = new ArrayList<PendingEvent>();
    for (OutboundEvent event : events) {
      switch (event.topic()) {
        case Topic.Retained _ ->
            retained.add(PendingEvent.of(event, id, epoch, traceparent, seals::close));
        case Topic.Compacted _ ->
            latest.add(PendingEvent.of(event, id, epoch, traceparent, seals::close));
      }
    }
    write(retained, highestPerKey(latest));
    transaction.registerInterposedSynchronization(new AfterCommit(retained, !latest.isEmpty()));
  }

  private void write(List<PendingEvent> retained, List<PendingEvent> latest) {
    try (Connection connection = database.getConnection()) {
      insert(connection, INSERT, retained, false);
      insert(connection, UPSERT_LATEST, latest, true);
    } catch (SQLException e) {
      throw new IllegalStateException("Events could not be recorded", e);
    }
  }

  private static void insert(
      Connection connection, String sql, List<PendingEvent> events, boolean revisions)
      throws SQLException {
    if (events.isEmpty()) {
      return;
    }
    try (var statement = connection.prepareStatement(sql)) {
      statement.setArray(1, array(connection, "uuid", events, PendingEvent::id));
      statement.setObject(2, events.getFirst().tenant());
      statement.setArray(3, array(connection, "text", events, PendingEvent::topic));
      statement.setArray(4, array(connection, "text", events, PendingEvent::key));
      statement.setArray(5, array(connection, "text", events, PendingEvent::type));
      statement.setArray(6, array(connection, "text", events, PendingEvent::subject));
      statement.setArray(
          7, array(connection, "timestamptz", events, e -> e.time().atOffset(ZoneOffset.UTC)));
      statement.setString(8, events.getFirst().traceparent());
      statement.setArray(9, array(connection, "text", events, PendingEvent::data));
      statement.setInt(10, events.getFirst().epoch());
      if (revisions) {
        statement.setArray(11, array(connection, "bigint", events, PendingEvent::revision));
      }
      statement.executeUpdate();
    }
  }

  private static java.sql.Array array(
      Connection connection,
      String type,
      List<PendingEvent> events,
      Function<PendingEvent, Object> column)
      throws SQLException {
    return connection.createArrayOf(type, events.stream().map(column).toArray());
  }

  /** One statement may not touch a row twice; sorted, so that two writers never wait in a ring. */
  private static List<PendingEvent> highestPerKey(List<PendingEvent> events) {
    var highest = new java.util.TreeMap<String, PendingEvent>();
    for (PendingEvent event : events) {
      highest.merge(
          event.topic() + " " + event.key(), event, (a, b) -> a.revision() >= b.revision() ? a : b);
    }
    return List.copyOf(highest.values());
  }

  private static @Nullable String traceparent() {
    SpanContext span = Span.current().getSpanContext();
    return span.isValid()
        ? "00-%s-%s-%s".formatted(span.getTraceId(), span.getSpanId(), span.getTraceFlags().asHex())
        : null;
  }

  private final class AfterCommit implements Synchronization {
    private final List<PendingEvent> retained;
    private final boolean latest;

    private AfterCommit(List<PendingEvent> retained, boolean latest) {
      this.retained = retained;
      this.latest = latest;
    }

    @Override
    public void beforeCompletion() {}

    @Override
    public void afterCompletion(int status) {
      if (status == Status.STATUS_COMMITTED) {
        sender.offer(retained);
        if (latest) {
          latestSender.wake();
        }
      }
    }
  }

  private static final String INSERT =
      """
      insert into outbox
        (event_id, tenant_id, topic, key, type, subject, time, traceparent, data, epoch)
      select e.id, t.id, e.topic, e.key, e.type, e.subject, e.time, p.traceparent, e.data, p.epoch
      from (select ?::uuid[] as ids) i, (select ?::uuid as id) t,
        (select ?::text[] as topics, ?::text[] as keys, ?::text[] as types, ?::text[] as subjects,
                ?::timestamptz[] as times) c,
        (select ?::text as traceparent, ?::text[] as datas, ?::int as epoch) p,
        unnest(i.ids, c.topics, c.keys, c.types, c.subjects, c.times, p.datas)
          as e(id, topic, key, type, subject, time, data)""";

  private static final String UPSERT_LATEST =
      """
      insert into outbox_latest
        (event_id, tenant_id, topic, key, type, subject, time, traceparent, data, epoch, revision)
      select e.id, t.id, e.topic, e.key, e.type, e.subject, e.time, p.traceparent, e.data, p.epoch,
        e.revision
      from (select ?::uuid[] as ids) i, (select ?::uuid as id) t,
        (select ?::text[] as topics, ?::text[] as keys, ?::text[] as types, ?::text[] as subjects,
                ?::timestamptz[] as times) c,
        (select ?::text as traceparent, ?::text[] as datas, ?::int as epoch) p,
        (select ?::bigint[] as revisions) r,
        unnest(i.ids, c.topics, c.keys, c.types, c.subjects, c.times, p.datas, r.revisions)
          as e(id, topic, key, type, subject, time, data, revision)
      on conflict (tenant_id, topic, key) do update set
        event_id = excluded.event_id, type = excluded.type, subject = excluded.subject,
        time = excluded.time, traceparent = excluded.traceparent, data = excluded.data,
        epoch = excluded.epoch, revision = excluded.revision, created_at = excluded.created_at
      where outbox_latest.revision < excluded.revision""";
}
