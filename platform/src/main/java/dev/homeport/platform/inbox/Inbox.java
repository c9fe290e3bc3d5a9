package dev.homeport.platform.inbox;

import dev.homeport.platform.event.InboundEvent;
import dev.homeport.platform.tenant.CurrentTenant;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Remembers events whose effect is not idempotent by revision, in the effect's transaction. */
@ApplicationScoped
public class Inbox {
  private final AgroalDataSource database;
  private final AgroalDataSource worker;
  private final CurrentTenant tenant;

  Inbox(
      AgroalDataSource database,
      @DataSource("worker") AgroalDataSource worker,
      CurrentTenant tenant) {
    this.database = database;
    this.worker = worker;
    this.tenant = tenant;
  }

  /** Those events that this consumer has not had before, each once, in order. */
  public <T> List<InboundEvent<T>> firstTime(String consumer, List<InboundEvent<T>> events) {
    Set<UUID> fresh = record(consumer, events.stream().map(InboundEvent::id).toList());
    return events.stream().filter(event -> fresh.remove(event.id())).toList();
  }

  private Set<UUID> record(String consumer, List<UUID> ids) {
    try (var connection = database.getConnection();
        var statement =
            connection.prepareStatement(
                """
                insert into inbox (tenant_id, consumer, event_id)
                select distinct ?::uuid, ?, id from unnest(?::uuid[]) id order by id
                on conflict do nothing returning event_id""")) {
      statement.setObject(1, tenant.id());
      statement.setString(2, consumer);
      statement.setArray(3, connection.createArrayOf("uuid", ids.toArray()));
      var fresh = new HashSet<UUID>();
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          fresh.add(rows.getObject(1, UUID.class));
        }
      }
      return fresh;
    } catch (SQLException e) {
      throw new IllegalStateException("Events could not be remembered", e);
    }
  }

  /** Longer than any topic that needs it keeps its records. */
  @Scheduled(every = "1h", delayed = "10m")
  void forgetOld() throws SQLException {
    try (var connection = worker.getConnection();
        var statement = connection.createStatement()) {
      statement.executeUpdate("delete from inbox where received_at < now() - interval '35 days'");
    }
  }
}
