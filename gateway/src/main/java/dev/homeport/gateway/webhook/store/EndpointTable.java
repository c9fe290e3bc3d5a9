package dev.homeport.gateway.webhook.store;

import dev.homeport.gateway.webhook.DisabledReason;
import dev.homeport.gateway.webhook.Endpoint;
import dev.homeport.gateway.webhook.Ordering;
import dev.homeport.platform.database.Database;
import dev.homeport.platform.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The endpoints of the current tenant. */
@ApplicationScoped
public class EndpointTable {
  private static final String THERE =
      "select * from webhook_endpoint where tenant_id = ? and deleted_at is null ";

  private final Database database;

  EndpointTable(Database database) {
    this.database = database;
  }

  /** Oldest first, after that one. */
  public List<Endpoint> list(@Nullable UUID after, int limit) {
    return database.list(
        THERE + "and (?::uuid is null or id > ?) order by id limit ?",
        to -> to.tenant().uuid(after).uuid(after).number(limit),
        EndpointTable::read);
  }

  public Optional<Endpoint> find(UUID id) {
    return database.find(THERE + "and id = ?", to -> to.tenant().uuid(id), EndpointTable::read);
  }

  /** Locked for a change: no other change of it, and nobody claims anything of it meanwhile. */
  public Optional<Endpoint> lock(UUID id) {
    return database.find(
        THERE + "and id = ? for no key update", to -> to.tenant().uuid(id), EndpointTable::read);
  }

  /** Kept from going away until the transaction ends, as whoever writes below it needs it. */
  public Optional<Endpoint> hold(UUID id) {
    return database.find(
        THERE + "and id = ? for key share", to -> to.tenant().uuid(id), EndpointTable::read);
  }

  /** All of them, kept from going away. */
  public List<Endpoint> holdAll() {
    return database.list(
        THERE + "order by id for key share", to -> to.tenant(), EndpointTable::read);
  }

  public int count() {
    return database
        .find(
            """
            select count(*)::int from webhook_endpoint
            where tenant_id = ? and deleted_at is null""",
            to -> to.tenant(),
            row -> row.getInt(1))
        .orElse(0);
  }

  public Endpoint insert(Endpoint.Stated stated, Instant now) {
    UUID id = Ids.next();
    database.update(
        """
        insert into webhook_endpoint (tenant_id, id, url, event_types, description, ordering,
          max_concurrency, disabled_reason, disabled_at, created_at, updated_at)
        values (?, ?, ?, ?::text[], ?, ?, ?, ?, ?, ?, ?)""",
        to ->
            to.tenant()
                .uuid(id)
                .text(stated.url())
                .texts(stated.eventTypes())
                .text(stated.description())
                .text(stated.ordering().code())
                .number(stated.maxConcurrency())
                .text(stated.enabled() ? null : DisabledReason.REQUESTED.code())
                .instant(stated.enabled() ? null : now)
                .instant(now)
                .instant(now));
    return find(id).orElseThrow();
  }

  public Endpoint update(Endpoint before, Endpoint.Stated stated, Instant now) {
    Endpoint.Disabled disabled =
        stated.enabled()
            ? null
            : before.disabled() == null
                ? new Endpoint.Disabled(DisabledReason.REQUESTED, now)
                : before.disabled();
    database.update(
        """
        update webhook_endpoint set url = ?, event_types = ?::text[], description = ?,
          ordering = ?, max_concurrency = ?, disabled_reason = ?, disabled_at = ?,
          failing_since = case when ? then null else failing_since end,
          version = version + 1, updated_at = ?
        where tenant_id = ? and id = ?""",
        to ->
            to.text(stated.url())
                .texts(stated.eventTypes())
                .text(stated.description())
                .text(stated.ordering().code())
                .number(stated.maxConcurrency())
                .text(disabled == null ? null : disabled.reason().code())
                .instant(disabled == null ? null : disabled.since())
                .flag(stated.enabled() && before.disabled() != null)
                .instant(now)
                .tenant()
                .uuid(before.id()));
    return find(before.id()).orElseThrow();
  }

  /** Ends the sending to one that is enabled; empty when it was not. */
  public Optional<Endpoint> disable(UUID id, DisabledReason reason, Instant now) {
    int changed =
        database.update(
            """
            update webhook_endpoint set disabled_reason = ?, disabled_at = ?,
              version = version + 1, updated_at = ?
            where tenant_id = ? and id = ? and deleted_at is null and disabled_reason is null""",
            to -> to.text(reason.code()).instant(now).instant(now).tenant().uuid(id));
    return changed == 0 ? Optional.empty() : find(id);
  }

  /** Nothing is seen of it any more; its deliveries go by and by. */
  public void delete(UUID id) {
    database.update(
        "delete from webhook_secret where tenant_id = ? and endpoint_id = ?",
        to -> to.tenant().uuid(id));
    database.update(
        "update webhook_endpoint set deleted_at = clock_timestamp() where tenant_id = ? and id = ?",
        to -> to.tenant().uuid(id));
  }

  /** It has taken something. */
  public void succeeds(UUID id) {
    database.update(
        """
        update webhook_endpoint set failing_since = null
        where tenant_id = ? and id = ? and failing_since is not null""",
        to -> to.tenant().uuid(id));
  }

  /** It has not taken something; since when that has been so without a success in between. */
  public Instant fails(UUID id, Instant now) {
    database.update(
        """
        update webhook_endpoint set failing_since = ?
        where tenant_id = ? and id = ? and failing_since is null""",
        to -> to.instant(now).tenant().uuid(id));
    return database
        .find(
            "select failing_since from webhook_endpoint where tenant_id = ? and id = ?",
            to -> to.tenant().uuid(id),
            row -> instant(row, "failing_since"))
        .orElse(now);
  }

  private static Endpoint read(ResultSet row) throws SQLException {
    String reason = row.getString("disabled_reason");
    return new Endpoint(
        row.getObject("id", UUID.class),
        row.getString("url"),
        Arrays.asList((String[]) row.getArray("event_types").getArray()),
        row.getString("description"),
        Ordering.of(row.getString("ordering")),
        row.getInt("max_concurrency"),
        reason == null
            ? null
            : new Endpoint.Disabled(DisabledReason.of(reason), instant(row, "disabled_at")),
        instant(row, "created_at"),
        instant(row, "updated_at"),
        row.getLong("version"));
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
