package dev.homeport.gateway.webhook.store;

import dev.homeport.gateway.webhook.Delivery;
import dev.homeport.platform.database.Database;
import dev.homeport.platform.secret.DayKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Deliveries of the current tenant, in the caller's transaction. Whoever writes here holds the
 * endpoints first.
 */
@ApplicationScoped
public class Deliveries {
  private static final String BODY = "webhook body ";

  private final Database database;
  private final DayKeys keys;

  Deliveries(Database database, DayKeys keys) {
    this.database = database;
    this.keys = keys;
  }

  /**
   * Adds deliveries in this order; an event that an endpoint has had is passed over.
   *
   * @param dueAt of the first attempts
   * @return how many are new
   */
  public int add(List<NewDelivery> all, Instant now, Instant dueAt) {
    return database
        .find(
            ADD,
            to ->
                to.tenant()
                    .instant(now)
                    .instant(dueAt)
                    .texts(all, NewDelivery::id)
                    .texts(all, NewDelivery::endpointId)
                    .texts(all, NewDelivery::lane)
                    .texts(all, NewDelivery::eventId)
                    .texts(all, NewDelivery::eventType)
                    .texts(all, each -> keys.closeText(each.body(), BODY + each.eventId()))
                    .tenant()
                    .instant(dueAt),
            row -> row.getInt(1))
        .orElse(0);
  }

  /** What {@link #add} was given; empty when the key of its day has been destroyed. */
  public Optional<String> open(String closed, UUID eventId) {
    return keys.openText(closed, BODY + eventId);
  }

  /**
   * Has deliveries sent again, with a whole schedule before them. They keep their places: what
   * comes after one of them in its lane waits for it.
   *
   * @return how many there were
   */
  public int again(UUID endpoint, List<UUID> ids, Instant now) {
    List<String> lanes =
        database.list(
            """
            select distinct lane from webhook_delivery
            where tenant_id = ? and endpoint_id = ? and id = any(?::uuid[]) order by lane""",
            to -> to.tenant().uuid(endpoint).texts(ids),
            row -> row.getString(1));
    database.update(
        """
        insert into webhook_lane (tenant_id, endpoint_id, lane, due_at)
        select ?, ?, lane, ? from unnest(?::text[]) lane order by lane
        on conflict (tenant_id, endpoint_id, lane) do update set due_at = excluded.due_at""",
        to -> to.tenant().uuid(endpoint).instant(now).texts(lanes));
    return database.update(
        """
        update webhook_delivery set status = 'waiting', step = 0, due_at = ?, finished_at = null
        where tenant_id = ? and endpoint_id = ? and id = any(?::uuid[])""",
        to -> to.instant(now).tenant().uuid(endpoint).texts(ids));
  }

  /** Makes all that waits for a later attempt due now, with a whole schedule before it. */
  public void hasten(UUID endpoint, Instant now) {
    List<UUID> late =
        database.list(
            """
            select id from webhook_delivery
            where tenant_id = ? and endpoint_id = ? and status = 'waiting' and due_at > ?""",
            to -> to.tenant().uuid(endpoint).instant(now),
            row -> row.getObject(1, UUID.class));
    if (!late.isEmpty()) {
      again(endpoint, late, now);
    }
  }

  public Optional<Delivery> find(UUID endpoint, UUID id) {
    return database.find(
        "select %s from webhook_delivery where tenant_id = ? and endpoint_id = ? and id = ?"
            .formatted(DeliveryLog.COLUMNS),
        to -> to.tenant().uuid(endpoint).uuid(id),
        DeliveryLog::read);
  }

  private static final String ADD =
      """
      with fresh as (
        insert into webhook_delivery
          (tenant_id, id, endpoint_id, lane, event_id, event_type, body, created_at, due_at)
        select ?, id::uuid, endpoint::uuid, lane, event::uuid, type, body, ?, ?
        from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
          with ordinality as given (id, endpoint, lane, event, type, body, n)
        order by n
        on conflict (tenant_id, endpoint_id, event_id) do nothing
        returning endpoint_id, lane
      ), opened as (
        insert into webhook_lane (tenant_id, endpoint_id, lane, due_at)
        select ?, endpoint_id, lane, ?::timestamptz from fresh
        group by endpoint_id, lane order by endpoint_id, lane
        on conflict (tenant_id, endpoint_id, lane) do update set due_at = webhook_lane.due_at
        returning 1
      )
      select (select count(*) from fresh)::int, (select count(*) from opened)::int""";
}
