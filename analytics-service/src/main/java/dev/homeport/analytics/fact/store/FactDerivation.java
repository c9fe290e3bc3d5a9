package dev.homeport.analytics.fact.store;

import dev.homeport.analytics.change.Cause;
import dev.homeport.analytics.change.Changes;
import dev.homeport.analytics.fact.Derivation;
import dev.homeport.platform.database.Database;
import dev.homeport.platform.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Goes through the customers of a tenant by id. */
@ApplicationScoped
class FactDerivation implements Derivation {
  private static final UUID FIRST = new UUID(0, 0);

  private final Database database;
  private final CustomerValueTable values;
  private final Changes changes;
  private final CurrentTenant tenant;

  FactDerivation(
      Database database, CustomerValueTable values, Changes changes, CurrentTenant tenant) {
    this.database = database;
    this.values = values;
    this.changes = changes;
    this.tenant = tenant;
  }

  @Override
  public long customers() {
    return database.list(COUNT, row -> row.getLong(1)).getFirst();
  }

  @Override
  public Optional<Derived> derive(Optional<UUID> after, int limit) {
    UUID start = after.orElse(FIRST);
    List<UUID> customers =
        database.list(
            NEXT,
            to -> to.uuid(start).number(limit).uuid(start).number(limit).number(limit),
            row -> row.getObject(1, UUID.class));
    if (customers.isEmpty()) {
      return Optional.empty();
    }
    values.lock(customers);
    int moved = redate(customers);
    int corrected = values.derive(customers);
    if (moved + corrected > 0) {
      changes.mark(Cause.derivation, customers);
    }
    return Optional.of(new Derived(customers.size(), corrected, customers.getLast()));
  }

  /** The tenant's zone may have changed since a fact was written. */
  private int redate(List<UUID> customers) {
    ZoneId zone = tenant.settings().timeZone();
    List<Dated> moved =
        database.list(DAYS, to -> to.texts(customers), row -> Dated.read(row, zone)).stream()
            .filter(Dated::moved)
            .toList();
    if (moved.isEmpty()) {
      return 0;
    }
    return database.update(
        REDATE,
        to ->
            to.texts(moved, Dated::identityId)
                .texts(moved, Dated::sourceId)
                .texts(moved, Dated::day));
  }

  private record Dated(UUID identityId, UUID sourceId, LocalDate written, LocalDate day) {

    private static Dated read(ResultSet row, ZoneId zone) throws SQLException {
      return new Dated(
          row.getObject("identity_id", UUID.class),
          row.getObject("source_id", UUID.class),
          row.getObject("day", LocalDate.class),
          row.getObject("at", OffsetDateTime.class).atZoneSameInstant(zone).toLocalDate());
    }

    private boolean moved() {
      return !written.equals(day);
    }
  }

  private static final String COUNT =
      """
      select count(*) from (
        select customer_id from identity union select customer_id from customer_value) all_of_them""";

  private static final String NEXT =
      """
      select customer_id from (
        (select distinct customer_id from identity where customer_id > ?
          order by customer_id limit ?)
        union
        (select customer_id from customer_value where customer_id > ?
          order by customer_id limit ?)) following
      order by customer_id limit ?""";

  private static final String DAYS =
      """
      select f.identity_id, f.source_id, f.day, f.at
      from fact f join identity i using (tenant_id, identity_id)
      where i.customer_id = any(?::uuid[])""";

  private static final String REDATE =
      """
      update fact f set day = m.day
      from unnest(?::uuid[], ?::uuid[], ?::date[]) as m (identity_id, source_id, day)
      where f.identity_id = m.identity_id and f.source_id = m.source_id""";
}
