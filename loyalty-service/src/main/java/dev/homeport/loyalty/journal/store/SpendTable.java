package dev.homeport.loyalty.journal.store;

import dev.homeport.loyalty.fact.OrderFact;
import dev.homeport.loyalty.journal.Event;
import dev.homeport.loyalty.journal.OrderSpend;
import dev.homeport.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** How spends fall on identities, and which of them stand. */
@ApplicationScoped
class SpendTable {
  private static final String PARTS =
      """
      select * from spend_part
      where tenant_id = ? and spend_id = any(?::uuid[]) and points > 0
      order by spend_id, identity_id""";

  private static final String ALL_PARTS =
      """
      select * from spend_part
      where tenant_id = ? and spend_id = any(?::uuid[])
      order by spend_id, identity_id""";

  private static final String OF_IDENTITIES =
      """
      select * from spend_part
      where tenant_id = ? and identity_id = any(?::uuid[]) and points > 0
      order by spend_id, identity_id""";

  /** Those that stand, and those of which nothing stands because the order came back. */
  private static final String OF_ORDERS =
      """
      select %s from spend
      where tenant_id = ? and order_id = any(?::uuid[])
        and (state in ('held', 'redeemed') or state = 'given-back' and returned_points = points)""";

  private static final String ORDERS = OF_ORDERS.formatted("distinct order_id");

  private static final String LOCK = OF_ORDERS.formatted("*") + " order by spend_id for update";

  /** A cancelled order is over: what was back before is told apart from what is back now. */
  private static final String FOLLOW =
      """
      update spend s set
        returned_points = case when o.cancelled then s.returned_points else o.back end,
        order_revision = o.revision,
        state = case
          when o.back < s.points then case s.state when 'given-back' then 'redeemed' else s.state end
          when s.state = 'held' then 'released' else 'given-back' end,
        ended_at = case when o.back < s.points then null else coalesce(s.ended_at, o.now) end,
        revision = s.revision + 1
      from (select t.now, r.* from (select ?::timestamptz as now) t,
        unnest(?::uuid[], ?::bigint[], ?::bigint[], ?::boolean[])
          as r(spend_id, back, revision, cancelled)) o
      where s.tenant_id = ? and s.spend_id = o.spend_id""";

  private final Database database;

  SpendTable(Database database) {
    this.database = database;
  }

  /** What is still taken by spends. */
  List<Event.Spent> parts(Collection<UUID> spends) {
    return database.list(PARTS, to -> to.tenant().texts(spends), SpendTable::part);
  }

  /** What is still taken from identities. */
  List<Event.Spent> ofIdentities(Collection<UUID> identities) {
    return database.list(OF_IDENTITIES, to -> to.tenant().texts(identities), SpendTable::part);
  }

  /** How spends have fallen on identities, also where nothing is taken any more. */
  Map<UUID, List<Event.Spent>> allParts(Collection<UUID> spends) {
    return database.list(ALL_PARTS, to -> to.tenant().texts(spends), SpendTable::part).stream()
        .collect(Collectors.groupingBy(Event.Spent::id));
  }

  /** Which of some orders were paid with points that could come back, or be taken again. */
  List<UUID> paid(Collection<UUID> orders) {
    return database.list(
        ORDERS, to -> to.tenant().texts(orders), row -> row.getObject("order_id", UUID.class));
  }

  /** The spends for orders; nobody else can change them until the transaction ends. */
  List<OrderSpend> lockOfOrders(Collection<UUID> orders) {
    return database.list(LOCK, to -> to.tenant().texts(orders), SpendTable::spend);
  }

  /** Locked spends stand as their orders do. */
  void follow(Map<OrderSpend, OrderFact> spends, Instant at) {
    List<Map.Entry<OrderSpend, OrderFact>> rows = List.copyOf(spends.entrySet());
    database.update(
        FOLLOW,
        to ->
            to.instant(at)
                .texts(rows, row -> row.getKey().id())
                .numbers(rows, row -> row.getKey().backBy(row.getValue()))
                .numbers(rows, row -> row.getKey().revisionAfter(row.getValue()))
                .texts(rows, row -> row.getValue().cancelled())
                .tenant());
  }

  private static OrderSpend spend(ResultSet row) throws SQLException {
    return new OrderSpend(
        row.getObject("spend_id", UUID.class),
        row.getObject("order_id", UUID.class),
        row.getLong("points"),
        row.getLong("returned_points"),
        row.getBigDecimal("returned_before"),
        row.getLong("order_revision"));
  }

  private static Event.Spent part(ResultSet row) throws SQLException {
    Instant drawnAt = row.getObject("drawn_at", OffsetDateTime.class).toInstant();
    return new Event.Spent(
        row.getObject("spend_id", UUID.class),
        row.getLong("revision"),
        row.getObject("identity_id", UUID.class),
        row.getObject("spender_id", UUID.class),
        row.getString("programme"),
        drawnAt,
        drawnAt,
        EventText.use(row.getString("use")),
        row.getLong("points"));
  }
}
