package dev.homeport.order.order.store;

import dev.homeport.order.order.Order;
import dev.homeport.order.order.OrderKey;
import dev.homeport.order.order.OrderSearch;
import dev.homeport.order.order.Orders;
import dev.homeport.platform.database.Database;
import dev.homeport.platform.event.EventJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
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
              to.tenant();
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
                .texts(replaced, order -> EventJson.write(StoredOrder.of(order))));
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
    return database.list(
        LOCK_PENDING,
        p ->
            p.tenant()
                .date(from)
                .date(to)
                .uuid(after == null ? new UUID(0, 0) : after)
                .number(limit)
                .tenant(),
        OrderColumns::read);
  }

  @Override
  public List<Order> search(OrderSearch search, @Nullable Position after, int limit) {
    var query = SearchQuery.of(search, after, limit);
    return database.list(SELECT + query.sql(), query::bind, OrderColumns::read);
  }

  private static final String SELECT = "select " + OrderColumns.NAMES + " from orders";

  private static final String INSERT =
      "insert into orders (tenant_id, "
          + OrderColumns.NAMES
          + ") select ?::uuid, o.* from "
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
        (tenant_id, order_id, revision, revised_at, replaced_at, fingerprint, document)
      select ?::uuid, r.order_id, r.revision, r.revised_at, ?::timestamptz, r.fingerprint, r.document
      from unnest(?::uuid[], ?::bigint[], ?::timestamptz[], ?::text[], ?::jsonb[])
        r(order_id, revision, revised_at, fingerprint, document)""";

  private static final String LOCK_BY_KEY =
      SELECT
          + " join unnest(?::text[], ?::text[]) k(channel, external_id) using (channel, external_id)"
          + " where tenant_id = ? order by channel, external_id for update of orders";

  /** Chooses by id, and locks by key like everybody. */
  private static final String LOCK_PENDING =
      """
      with chosen as materialized (
        select id from orders
        where tenant_id = ? and rate_day is null and day between ? and ? and id > ?
        order by id limit ?)
      """
          + SELECT
          + " where tenant_id = ? and id in (select id from chosen)"
          + " order by channel, external_id for update";
}
