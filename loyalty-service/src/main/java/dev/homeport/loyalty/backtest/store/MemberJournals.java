package dev.homeport.loyalty.backtest.store;

import dev.homeport.loyalty.backtest.Journalled;
import dev.homeport.loyalty.backtest.MemberJournal;
import dev.homeport.loyalty.journal.store.EventText;
import dev.homeport.loyalty.journal.store.IdentityHistory;
import dev.homeport.loyalty.rating.Together;
import dev.homeport.platform.database.Database;
import dev.homeport.platform.database.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads the journals of members, in the order of their customers. The journal only grows: up to a
 * moment it is the same whenever it is read, so no lock and no long transaction is needed.
 */
@ApplicationScoped
class MemberJournals {
  private static final String NEXT =
      """
      select customer_id, identity_id, journal_length from identity
      where tenant_id = ? and (?::uuid is null or customer_id > ?::uuid)
      order by customer_id, identity_id limit ?""";

  /** Looks by key for each identity; "offset 0" keeps the planner from reading all. */
  private static final String JOURNALS =
      """
      select j.* from (select ?::uuid as tenant_id, ?::timestamptz as known) p,
        unnest(?::uuid[]) as mine(identity_id),
        lateral (
          select j.identity_id, j.kind, j.recorded_at, j.fact from journal j
          where j.tenant_id = p.tenant_id and j.identity_id = mine.identity_id
            and j.recorded_at <= p.known and j.kind <> 'member-changed'
          order by j.sequence offset 0) j""";

  private final Database database;
  private final IdentityHistory history;

  MemberJournals(Database database, IdentityHistory history) {
    this.database = database;
    this.history = history;
  }

  /**
   * The identities of a customer today.
   *
   * @param length of their journals, together
   */
  record Group(UUID customerId, List<UUID> identities, long length) {}

  long identities() {
    return database
        .list(
            "select count(*) from identity where tenant_id = ?",
            Parameters::tenant,
            row -> row.getLong(1))
        .getFirst();
  }

  /** The next customers with about so many identities; empty at the end. */
  List<Group> next(@Nullable UUID after, int identities) {
    for (int limit = identities; true; limit *= 2) {
      int most = limit;
      List<Row> rows =
          database.list(
              NEXT, to -> to.tenant().uuid(after).uuid(after).number(most), MemberJournals::row);
      List<Group> groups = groups(rows);
      if (rows.size() < most) {
        return groups;
      }
      if (groups.size() > 1) {
        return groups.subList(0, groups.size() - 1); // the last may have more
      }
    }
  }

  /** What was written down up to a moment. */
  List<MemberJournal> read(List<Group> groups, Instant known) {
    List<UUID> all = groups.stream().flatMap(group -> group.identities().stream()).toList();
    var events = new HashMap<UUID, List<Journalled>>();
    all.forEach(identity -> events.put(identity, new ArrayList<>()));
    database.each(
        JOURNALS,
        to -> to.tenant().instant(known).texts(all),
        row ->
            Objects.requireNonNull(events.get(row.getObject("identity_id", UUID.class)))
                .add(journalled(row)));
    Together together = together(groups);
    return groups.stream()
        .map(
            group ->
                new MemberJournal(
                    group.customerId(),
                    of(events, group.identities()),
                    group.identities().size() == 1 ? Together.ALONE : together))
        .toList();
  }

  private Together together(List<Group> groups) {
    List<UUID> several =
        groups.stream()
            .map(Group::identities)
            .filter(identities -> identities.size() > 1)
            .flatMap(Collection::stream)
            .toList();
    return several.isEmpty() ? Together.ALONE : history.memberships(several);
  }

  private static Map<UUID, List<Journalled>> of(
      Map<UUID, List<Journalled>> events, List<UUID> identities) {
    var own = new LinkedHashMap<UUID, List<Journalled>>();
    identities.forEach(id -> own.put(id, Objects.requireNonNull(events.get(id))));
    return own;
  }

  private static List<Group> groups(List<Row> rows) {
    var byCustomer = new LinkedHashMap<UUID, List<Row>>();
    rows.forEach(
        row -> byCustomer.computeIfAbsent(row.customerId(), _ -> new ArrayList<>()).add(row));
    return byCustomer.entrySet().stream()
        .map(
            group ->
                new Group(
                    group.getKey(),
                    group.getValue().stream().map(Row::identityId).toList(),
                    group.getValue().stream().mapToLong(Row::length).sum()))
        .toList();
  }

  private static Journalled journalled(ResultSet row) throws SQLException {
    return new Journalled(
        EventText.read(row.getString("kind"), row.getString("fact")),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant());
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getObject("customer_id", UUID.class),
        row.getObject("identity_id", UUID.class),
        row.getLong("journal_length"));
  }

  private record Row(UUID customerId, UUID identityId, long length) {}
}
