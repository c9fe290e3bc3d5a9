package dev.homeport.order.returns.store;

import dev.homeport.order.order.OrderKey;
import dev.homeport.order.returns.FreeReturn;
import dev.homeport.order.returns.FreeReturns;
import dev.homeport.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
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

/** Free returns in PostgreSQL. Rows are inserted and locked by key, so nobody deadlocks. */
@ApplicationScoped
class FreeReturnTable implements FreeReturns {
  private static final Instant BEGINNING = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("9999-12-31T23:59:59Z");

  private final Database database;

  FreeReturnTable(Database database) {
    this.database = database;
  }

  @Override
  public Set<UUID> insert(Collection<FreeReturn> returns) {
    return new HashSet<>(
        database.list(
            INSERT,
            to -> {
              to.tenant();
              ReturnColumns.write(to, returns);
            },
            row -> row.getObject(1, UUID.class)));
  }

  @Override
  public void update(Collection<FreeReturn> returns) {
    if (!returns.isEmpty()) {
      database.update(
          UPDATE,
          to -> {
            ReturnColumns.write(to, returns);
            to.tenant();
          });
    }
  }

  @Override
  public Map<OrderKey, FreeReturn> find(Collection<OrderKey> keys) {
    Map<OrderKey, FreeReturn> found = new HashMap<>();
    for (FreeReturn back :
        database.list(
            FIND_BY_KEY,
            to -> to.texts(keys, OrderKey::channel).texts(keys, OrderKey::externalId).tenant(),
            ReturnColumns::read)) {
      found.put(back.document().key(), back);
    }
    return found;
  }

  @Override
  public Optional<FreeReturn> find(UUID id) {
    return database.find(
        SELECT + " where tenant_id = ? and id = ?",
        to -> to.tenant().uuid(id),
        ReturnColumns::read);
  }

  @Override
  public List<FreeReturn> lock(Collection<UUID> ids) {
    return database.list(LOCK_BY_ID, to -> to.tenant().texts(ids), ReturnColumns::read);
  }

  @Override
  public List<FreeReturn> lockNaming(Collection<OrderKey> orders) {
    return database.list(
        LOCK_NAMING,
        to -> to.texts(orders, OrderKey::channel).texts(orders, OrderKey::externalId).tenant(),
        ReturnColumns::read);
  }

  @Override
  public List<FreeReturn> lockPending(
      LocalDate from, LocalDate to, int limit, @Nullable UUID after) {
    return lock(LOCK_PENDING, from, to, null, limit, after);
  }

  @Override
  public List<FreeReturn> lockOfDays(
      LocalDate from, LocalDate to, @Nullable Currency currency, int limit, @Nullable UUID after) {
    return lock(LOCK_OF_DAYS, from, to, currency, limit, after);
  }

  private List<FreeReturn> lock(
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
        ReturnColumns::read);
  }

  @Override
  public List<FreeReturn> returned(
      @Nullable Instant from, @Nullable Instant to, @Nullable Position after, int limit) {
    Position start =
        after == null ? new Position(from == null ? BEGINNING : from, new UUID(0, 0)) : after;
    return database.list(
        SELECT
            + " where tenant_id = ? and (returned_at, id) > (?, ?) and returned_at < ?"
            + " order by returned_at, id limit ?",
        p ->
            p.tenant()
                .instant(start.returnedAt())
                .uuid(start.id())
                .instant(to == null ? END : to)
                .number(limit),
        ReturnColumns::read);
  }

  private static final String SELECT = "select " + ReturnColumns.NAMES + " from free_return";

  private static final String INSERT =
      "insert into free_return (tenant_id, "
          + ReturnColumns.NAMES
          + ") select ?::uuid, r.* from "
          + ReturnColumns.ROWS
          + " r("
          + ReturnColumns.NAMES
          + ") order by channel, external_id"
          + " on conflict (tenant_id, channel, external_id) do nothing returning id";

  private static final String UPDATE =
      "update free_return set ("
          + ReturnColumns.NAMES
          + ") = ("
          + ReturnColumns.NAMES.replaceAll("([a-z_]+)", "r.$1")
          + ") from "
          + ReturnColumns.ROWS
          + " r("
          + ReturnColumns.NAMES
          + ") where free_return.tenant_id = ? and free_return.id = r.id";

  private static final String FIND_BY_KEY =
      SELECT
          + " join unnest(?::text[], ?::text[]) k(channel, external_id) using (channel, external_id)"
          + " where tenant_id = ?";

  private static final String LOCK_BY_ID =
      SELECT
          + " where tenant_id = ? and id = any(?::uuid[])"
          + " order by channel, external_id for update";

  private static final String LOCK_NAMING =
      SELECT
          + " join unnest(?::text[], ?::text[]) k(channel, number)"
          + " using (channel)"
          + " where tenant_id = ? and order_external_id = number"
          + " order by channel, external_id for update of free_return";

  /** Chooses by id, and locks by key like everybody. */
  private static String lockOfDays(String which) {
    return """
        with chosen as materialized (
          select id from free_return
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
