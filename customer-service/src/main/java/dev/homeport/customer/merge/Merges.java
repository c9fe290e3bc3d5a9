package dev.homeport.customer.merge;

import dev.homeport.customer.profile.ChoicesColumn;
import dev.homeport.platform.database.Database;
import dev.homeport.platform.event.EventJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The merges of a tenant, those that were reversed too. */
@ApplicationScoped
public class Merges {
  private final Database database;

  Merges(Database database) {
    this.database = database;
  }

  public Optional<Merge> find(UUID id) {
    return database.find(SELECT + " where id = ?", to -> to.uuid(id), Merges::read);
  }

  /**
   * Those that the customer took part in, or that lie beneath it, the newest first.
   *
   * @param before the number of the last one of the page before
   */
  public List<Merge> of(UUID customer, long before, int limit) {
    return database.list(
        OF_CUSTOMER,
        to -> to.number(before).uuid(customer).uuid(customer).uuid(customer).number(limit),
        Merges::read);
  }

  /** Waits for whoever merges or reverses in this tenant, and keeps others waiting. */
  void alone() {
    database.list(ALONE, to -> to.tenant(), _ -> 0);
  }

  long nextNumber() {
    return database
        .list("select coalesce(max(number), 0) + 1 from customer_merge", row -> row.getLong(1))
        .getFirst();
  }

  void add(Merge merge) {
    database.update(
        INSERT,
        to ->
            to.tenant()
                .uuid(merge.id())
                .number(merge.number())
                .uuid(merge.absorbed())
                .uuid(merge.survivor())
                .text(code(merge.cause()))
                .text(EventJson.write(merge.choices()))
                .instant(merge.mergedAt()));
  }

  void reverse(UUID id, Instant at) {
    database.update(
        "update customer_merge set reversed_at = ? where id = ?", to -> to.instant(at).uuid(id));
  }

  /** Who answers for a customer today; empty when there is no such customer. */
  public Optional<UUID> placeOf(UUID customer) {
    return database.find(
        "select coalesce(merged_into, id) from customer where id = ?",
        to -> to.uuid(customer),
        row -> row.getObject(1, UUID.class));
  }

  /** A customer and all that were merged into it, directly or not. */
  List<UUID> beneath(UUID customer) {
    return database.list(BENEATH, to -> to.uuid(customer), row -> row.getObject(1, UUID.class));
  }

  static String code(Merge.Cause cause) {
    return cause.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Merge read(ResultSet row) throws SQLException {
    OffsetDateTime reversed = row.getObject("reversed_at", OffsetDateTime.class);
    return new Merge(
        row.getObject("id", UUID.class),
        row.getLong("number"),
        row.getObject("absorbed", UUID.class),
        row.getObject("survivor", UUID.class),
        Merge.Cause.valueOf(row.getString("cause").toUpperCase(Locale.ROOT).replace('-', '_')),
        ChoicesColumn.read(row.getString("choices")),
        row.getObject("merged_at", OffsetDateTime.class).toInstant(),
        reversed == null ? null : reversed.toInstant());
  }

  private static final String SELECT =
      """
      select id, number, absorbed, survivor, cause, choices, merged_at, reversed_at
      from customer_merge""";

  private static final String OF_CUSTOMER =
      SELECT
          + """
           where number < ? and (survivor = ? or absorbed = ?
             or absorbed in (select id from customer where merged_into = ?))
          order by number desc limit ?""";

  private static final String ALONE =
      "select pg_advisory_xact_lock(hashtextextended('merges ' || ?::text, 0))";

  private static final String INSERT =
      """
      insert into customer_merge
        (tenant_id, id, number, absorbed, survivor, cause, choices, merged_at)
      values (?, ?, ?, ?, ?, ?, ?, ?)""";

  private static final String BENEATH =
      """
      with recursive beneath as (
        select ?::uuid as id
        union
        select m.absorbed from customer_merge m join beneath b on m.survivor = b.id
        where m.reversed_at is null)
      select id from beneath order by id""";
}
