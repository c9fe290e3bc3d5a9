package dev.homeport.order.returns.store;

import dev.homeport.order.order.OrderKey;
import dev.homeport.order.returns.FreeReturn;
import dev.homeport.order.returns.FreeReturns;
import dev.homeport.platform.database.Database;
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
  public List<FreeReturn> lockPending(
      LocalDate from, LocalDate to, int limit, @Nullable UUID after) {
    return database.list(
        LOCK_PENDING,
        p ->
            p.tenant()
                .date(from)
                .date(to)
                .uuid(after == null ? new UUID(0, 0) : after)
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

  /** Chooses by id, and locks by key. */
  private static final String LOCK_PENDING =
      """
      with chosen as materialized (
        select id from free_return
        where tenant_id = ? and rate_day is null and day between ? and ? and id > ?
        order by id limit ?)
      """
          + SELECT
          + " where tenant_id = ? and id in (select id from chosen)"
          + " order by channel, external_id for update";
}
