package dev.homeport.order.order.store;

import dev.homeport.order.order.Order;
import dev.homeport.order.order.OrderKey;
import dev.homeport.order.order.OrderSearch;
import dev.homeport.order.order.Orders;
import dev.homeport.order.order.Recorded;
import dev.homeport.platform.database.Database;
import dev.homeport.platform.event.EventJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Orders in PostgreSQL. Rows are locked and inserted by key, everywhere, so nobody deadlocks. */
@ApplicationScoped
class OrderTable implements Orders {
  private final Database database;

  OrderTable(Database database) {
    this.database = database;
  }

  @Override
  public Set<UUID> insert(Collection<Order> orders) {
    return new HashSet<>(
        database.list(
            INSERT,
            to -> {
              to.tenant().tenant();
              OrderColumns.write(to, orders);
            },
            row -> row.getObject(1, UUID.class)));
  }

  @Override
  public void update(Collection<Order> orders) {
    if (orders.isEmpty()) {
      return;
    }
    int written =
        database.update(
            UPDATE,
            to -> {
              OrderColumns.write(to, orders);
              to.tenant();
            });
    if (written != orders.size()) {
      throw new IllegalStateException("An order that was locked is gone");
    }
  }

  @Override
  public void archive(Collection<Order> replaced, Instant at) {
    if (replaced.isEmpty()) {
      return;
    }
    database.update(
        ARCHIVE,
        to ->
            to.tenant()
                .instant(at)
                .texts(replaced, Order::id)
                .texts(replaced, Order::revision)
                .texts(replaced, order -> order.document().revisedAt())
                .texts(replaced, Order::fingerprint)
                .texts(replaced, order -> order.document().placedAt())
                .texts(replaced, order -> order.document().country())
                .texts(replaced, order -> order.document().currency())
                .decimals(replaced, Order::total)
                .texts(replaced, order -> order.recorded().at())
                .texts(replaced, order -> order.recorded().by())
                .texts(replaced, order -> EventJson.write(StoredOrder.of(order.document()))));
  }

  @Override
  public Map<OrderKey, Order> lock(Collection<OrderKey> keys) {
    Map<OrderKey, Order> found = new HashMap<>();
    for (Order order :
        database.list(
            LOCK_BY_KEY,
            to -> to.texts(keys, OrderKey::channel).texts(keys, OrderKey::externalId).tenant(),
            OrderColumns::read)) {
      found.put(order.document().key(), order);
    }
    return found;
  }

  @Override
  public Set<OrderKey> existing(Collection<OrderKey> keys) {
    return new HashSet<>(
        database.list(
            EXISTING,
            to -> to.texts(keys, OrderKey::channel).texts(keys, OrderKey::externalId).tenant(),
            row -> new OrderKey(row.getString(1), row.getString(2))));
  }

  @Override
  public Optional<Order> lock(UUID id) {
    return one(SELECT + " where tenant_id = ? and id = ? for update", id);
  }

  @Override
  public Optional<Order> find(UUID id) {
    return one(SELECT + " where tenant_id = ? and id = ?", id);
  }

  private Optional<Order> one(String sql, UUID id) {
    return database.find(sql, to -> to.tenant().uuid(id), OrderColumns::read);
  }

  @Override
  public List<Order> lockPending(LocalDate from, LocalDate to, int limit, @Nullable UUID after) {
    return lock(LOCK_PENDING, from, to, null, limit, after);
  }

  @Override
  public List<Order> lockOfDays(
      LocalDate from, LocalDate to, @Nullable Currency currency, int limit, @Nullable UUID after) {
    return lock(LOCK_OF_DAYS, from, to, currency, limit, after);
  }

  private List<Order> lock(
      String sql,
      LocalDate from,
      LocalDate to,
      @Nullable Currency currency,
      int limit,
      @Nullable UUID after) {
    String code = currency == null ? null : currency.getCurrencyCode();
    return database.list(
        sql,
        p ->
            p.tenant()
                .date(from)
                .date(to)
                .uuid(after == null ? new UUID(0, 0) : after)
                .text(code)
                .text(code)
                .number(limit)
                .tenant(),
        OrderColumns::read);
  }

  @Override
  public List<Replaced> replaced(UUID id, HistoryPosition before, int limit) {
    return database.list(
        REPLACED,
        to ->
            to.tenant()
                .uuid(id)
                .instant(before.recordedAt())
                .number(before.revision())
                .number(limit),
        OrderTable::replaced);
  }

  private static Replaced replaced(ResultSet row) throws SQLException {
    StoredOrder stored = EventJson.read(row.getString("document"), StoredOrder.class);
    String currency = row.getString("currency");
    return new Replaced(
        row.getLong("revision"),
        row.getObject("revised_at", OffsetDateTime.class).toInstant(),
        new Recorded(
            row.getObject("heard_at", OffsetDateTime.class).toInstant(),
            row.getString("recorded_by")),
        instant(row.getObject("placed_at", OffsetDateTime.class)),
        row.getString("country"),
        currency == null ? null : Currency.getInstance(currency),
        row.getBigDecimal("total"),
        stored.status(),
        stored.lines());
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }

  @Override
  public List<Order> search(OrderSearch search, @Nullable Position after, int limit) {
    var query = SearchQuery.of(search, after, limit);
    return database.list(SELECT + query.sql(), query::bind, OrderColumns::read);
  }

  private static final String SELECT = "select " + OrderColumns.NAMES + " from orders";

  /** The door is held before the first row. */
  private static final String INSERT =
      "with door as materialized (select pg_advisory_xact_lock_shared("
          + WaitingFactTable.DOOR
          + ")) insert into orders (tenant_id, "
          + OrderColumns.NAMES
          + ") select ?::uuid, o.* from door, "
          + OrderColumns.ROWS
          + " o("
          + OrderColumns.NAMES
          + ") order by channel, external_id"
          + " on conflict (tenant_id, channel, external_id) do nothing returning id";

  private static final String UPDATE =
      "update orders set ("
          + OrderColumns.NAMES
          + ") = ("
          + OrderColumns.NAMES.replaceAll("([a-z_]+)", "o.$1")
          + ") from "
          + OrderColumns.ROWS
          + " o("
          + OrderColumns.NAMES
          + ") where orders.tenant_id = ? and orders.id = o.id";

  private static final String ARCHIVE =
      """
      insert into order_revision
        (tenant_id, order_id, revision, revised_at, replaced_at, fingerprint, placed_at, country,
          currency, total, recorded_at, recorded_by, document)
      select t.id, r.order_id, r.revision, r.revised_at, t.now, r.fingerprint, r.placed_at,
        r.country, r.currency, r.total, r.recorded_at, r.recorded_by, r.document
      from (select ?::uuid as id, ?::timestamptz as now) t,
        unnest(?::uuid[], ?::bigint[], ?::timestamptz[], ?::text[], ?::timestamptz[], ?::text[],
          ?::text[], ?::numeric[], ?::timestamptz[], ?::text[], ?::jsonb[])
        r(order_id, revision, revised_at, fingerprint, placed_at, country, currency, total,
          recorded_at, recorded_by, document)""";

  /** Where it was not kept when a document came, it is when it was replaced. */
  private static final String REPLACED =
      """
      select r.*, coalesce(recorded_at, replaced_at) as heard_at from order_revision r
      where tenant_id = ? and order_id = ?
        and (coalesce(recorded_at, replaced_at), revision) < (?, ?)
      order by coalesce(recorded_at, replaced_at) desc, revision desc limit ?""";

  private static final String EXISTING =
      """
      select channel, external_id from orders
      join unnest(?::text[], ?::text[]) k(channel, external_id) using (channel, external_id)
      where tenant_id = ?""";

  private static final String LOCK_BY_KEY =
      SELECT
          + " join unnest(?::text[], ?::text[]) k(channel, external_id) using (channel, external_id)"
          + " where tenant_id = ? order by channel, external_id for update of orders";

  /** Chooses by id, and locks by key like everybody. */
  private static String lockOfDays(String which) {
    return """
        with chosen as materialized (
          select id from orders
          where tenant_id = ? and day between ? and ? and id > ?
            and (?::text is null or currency = ?) %s
          order by id limit ?)
        """
            .formatted(which)
        + SELECT
        + " where tenant_id = ? and id in (select id from chosen)"
        + " order by channel, external_id for update";
  }

  private static final String LOCK_PENDING = lockOfDays("and rate_day is null");

  private static final String LOCK_OF_DAYS = lockOfDays("");
}
