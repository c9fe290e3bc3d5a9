package dev.homeport.platform.inbox;

import dev.homeport.platform.event.EventJson;
import dev.homeport.platform.event.OutboundEvent;
import dev.homeport.platform.event.Topic;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.outbox.Outbox;
import dev.homeport.platform.secret.SealedEvents;
import dev.homeport.platform.tenant.CurrentTenant;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The events that listeners could not take. The table is what operators work on; each is also
 * published to {@code <topic>.<service>.dlq} with the reason.
 */
@ApplicationScoped
class DeadLetters {
  private final AgroalDataSource database;
  private final CurrentTenant tenant;
  private final Outbox outbox;
  private final SealedEvents seals;
  private final String service;

  DeadLetters(
      AgroalDataSource database,
      CurrentTenant tenant,
      Outbox outbox,
      SealedEvents seals,
      @ConfigProperty(name = "quarkus.application.name") String service) {
    this.database = database;
    this.tenant = tenant;
    this.outbox = outbox;
    this.seals = seals;
    this.service = service;
  }

  /** Keeps an event aside, in the caller's transaction. */
  void add(String consumer, ReceivedRecord record, Status status, String reason) {
    UUID id = Ids.next();
    update(
        """
        insert into dead_letter (tenant_id, id, consumer, topic, partition, record_offset, key,
          subject, event_id, type, headers, data, revision, status, reason)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, jsonb_build_object('ce_source', ?::text), ?, ?, ?, ?)
        on conflict (tenant_id, consumer, event_id) do nothing""",
        tenant.id(),
        id,
        consumer,
        record.topic(),
        record.partition(),
        record.offset(),
        record.key(),
        record.subject(),
        record.id(),
        record.type(),
        record.source(),
        aside(record),
        record.revision(),
        status.name(),
        reason);
    outbox.append(
        OutboundEvent.of(
            topic(record.topic()),
            record.key(),
            "dev.homeport.dead-letter.v1",
            id.toString(),
            record.revision(),
            new Notice(
                id,
                record.id(),
                record.type(),
                record.topic(),
                record.partition(),
                record.offset(),
                status.name(),
                reason)));
  }

  /** What cannot even be opened stays as it came, which nobody else can read either. */
  private String aside(ReceivedRecord record) {
    try {
      return seals.aside(record.data());
    } catch (IllegalStateException _) {
      return record.data();
    }
  }

  Topic topic(String source) {
    return Topic.retained(source + "." + service + ".dlq", 14);
  }

  /** Which of the keys have an event kept aside. */
  Set<String> blocked(String consumer, Collection<String> keys) {
    var blocked = new HashSet<String>();
    query(
        "select distinct key from dead_letter where tenant_id = ? and consumer = ? and key = any(?)",
        row -> blocked.add(row.getString(1)),
        tenant.id(),
        consumer,
        keys.toArray(String[]::new));
    return blocked;
  }

  /** A whole state of a higher revision has been taken: what it supersedes is settled. */
  void clear(String consumer, String subject, long revision) {
    update(
        "delete from dead_letter where tenant_id = ? and consumer = ? and subject = ? and revision < ?",
        tenant.id(),
        consumer,
        subject,
        revision);
  }

  List<DeadLetter> list(List<String> after, int limit) {
    var found = new ArrayList<DeadLetter>();
    query(
        "select * from dead_letter where tenant_id = ? and id > ? order by id limit ?",
        row -> found.add(read(row)),
        tenant.id(),
        after.isEmpty() ? new UUID(0, 0) : UUID.fromString(after.getFirst()),
        limit);
    return found;
  }

  Optional<DeadLetter> lock(UUID id) {
    var found = new ArrayList<DeadLetter>();
    query(
        "select * from dead_letter where tenant_id = ? and id = ? for update",
        row -> found.add(read(row)),
        tenant.id(),
        id);
    return found.stream().findFirst();
  }

  /** The first event kept aside for a key, which is the one to settle next. */
  Optional<DeadLetter> first(String consumer, String key) {
    var found = new ArrayList<DeadLetter>();
    query(
        """
        select * from dead_letter where tenant_id = ? and consumer = ? and key = ?
        order by id limit 1 for update""",
        row -> found.add(read(row)),
        tenant.id(),
        consumer,
        key);
    return found.stream().findFirst();
  }

  void remove(UUID id) {
    update("delete from dead_letter where tenant_id = ? and id = ?", tenant.id(), id);
  }

  private static DeadLetter read(ResultSet row) throws SQLException {
    return new DeadLetter(
        row.getObject("id", UUID.class),
        row.getString("consumer"),
        new ReceivedRecord(
            row.getString("topic"),
            row.getInt("partition"),
            row.getLong("record_offset"),
            row.getObject("event_id", UUID.class),
            source(row),
            row.getString("type"),
            row.getObject("tenant_id", UUID.class),
            0, // a reset takes the dead letters of earlier epochs away
            row.getString("key"),
            row.getString("subject"),
            row.getObject("created_at", OffsetDateTime.class).toInstant(),
            null,
            row.getString("data")),
        Status.valueOf(row.getString("status")),
        row.getString("reason"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  /** Those that were put aside before it was kept say only that it is the suite's. */
  private static String source(ResultSet row) throws SQLException {
    return EventJson.tree(row.getString("headers")).path("ce_source").asText("/homeport");
  }

  private void update(String sql, Object... values) {
    try (Connection connection = database.getConnection();
        var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("A dead letter could not be written", e);
    }
  }

  private void query(String sql, RowReader reader, Object... values) {
    try (Connection connection = database.getConnection();
        var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        if (values[i] instanceof String[] texts) {
          statement.setArray(i + 1, connection.createArrayOf("text", texts));
        } else {
          statement.setObject(i + 1, values[i]);
        }
      }
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          reader.read(rows);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("Dead letters could not be read", e);
    }
  }

  /** {@code failed}: refused by the listener; {@code parked}: waits behind one that was. */
  enum Status {
    failed,
    parked
  }

  record DeadLetter(
      UUID id,
      String consumer,
      ReceivedRecord record,
      Status status,
      String reason,
      Instant createdAt) {}

  /** What the dead-letter topic says: where the event lies and why, without its data. */
  record Notice(
      UUID deadLetterId,
      UUID eventId,
      String eventType,
      String topic,
      int partition,
      long offset,
      String status,
      String reason) {}

  private interface RowReader {
    void read(ResultSet row) throws SQLException;
  }
}
