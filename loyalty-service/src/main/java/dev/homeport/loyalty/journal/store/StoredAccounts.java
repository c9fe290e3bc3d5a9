package dev.homeport.loyalty.journal.store;

import dev.homeport.loyalty.earning.Fact;
import dev.homeport.loyalty.journal.Event;
import dev.homeport.loyalty.journal.Fold;
import dev.homeport.loyalty.ledger.Account;
import dev.homeport.loyalty.ledger.Draw;
import dev.homeport.loyalty.ledger.Lot;
import dev.homeport.loyalty.programme.Programme;
import dev.homeport.platform.database.Database;
import dev.homeport.platform.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads what folds go on from: accounts, what has been posted, and the lots that may change. */
@ApplicationScoped
class StoredAccounts {
  /** Makes the rows that are missing and locks the others without a new version of them. */
  private static final String LOCK =
      """
      insert into identity (tenant_id, identity_id, customer_id)
      select t.id, i.id, i.id
      from (select ?::uuid as id) t, unnest(?::uuid[]) as i(id)
      order by i.id
      on conflict (tenant_id, identity_id) do update set epoch = identity.epoch where false""";

  private static final String JOURNAL_LENGTHS =
      """
      select identity_id, journal_length from identity
      where tenant_id = ? and identity_id = any(?::uuid[])""";

  private static final String ACCOUNTS =
      """
      select * from account
      where tenant_id = ? and programme = ? and identity_id = any(?::uuid[])""";

  /** One look by key for each fact; "offset 0" keeps the planner from reading the whole tenant. */
  private static final String POSTED =
      """
      select a.* from (select ?::uuid as tenant_id, ?::text as programme, ?::text as rule) p,
        unnest(?::uuid[], ?::uuid[]) as f(identity_id, cause_id),
        lateral (
          select a.identity_id, a.cause_id, a.cause_revision, a.points from award a
          where a.tenant_id = p.tenant_id and a.identity_id = f.identity_id
            and a.programme = p.programme and a.cause_id = f.cause_id and a.rule = p.rule
          offset 0) a""";

  private static final String LOTS =
      """
      with p as (select ?::uuid as tenant_id, ?::text as programme)
      select l.* from p, unnest(?::uuid[]) as whole(identity_id),
        lateral (
          select l.* from lot l
          where l.tenant_id = p.tenant_id and l.identity_id = whole.identity_id
            and l.programme = p.programme and l.size > 0
          offset 0) l
      union
      select l.* from p, unnest(?::uuid[], ?::uuid[]) as f(identity_id, cause_id),
        lateral (
          select l.* from lot l
          where l.tenant_id = p.tenant_id and l.identity_id = f.identity_id
            and l.programme = p.programme and l.cause_id = f.cause_id
          offset 0) l
      union
      select l.* from p, unnest(?::uuid[], ?::timestamptz[]) as e(identity_id, until),
        lateral (
          select l.* from lot l
          where l.tenant_id = p.tenant_id and l.identity_id = e.identity_id
            and l.programme = p.programme and l.expires_at <= e.until and l.used + l.expired < l.size
          offset 0) l""";

  private static final String DRAWS =
      """
      select a.* from (select ?::uuid as tenant_id, ?::text as programme) p,
        unnest(?::uuid[]) as whole(identity_id),
        lateral (
          select a.identity_id, a.cause_id, a.occurred_at, a.points from award a
          where a.tenant_id = p.tenant_id and a.identity_id = whole.identity_id
            and a.programme = p.programme and a.cause_kind = 'free-return'
          offset 0) a""";

  private final Database database;
  private final Programme programme;

  StoredAccounts(Database database, Programme programme) {
    this.database = database;
    this.programme = programme;
  }

  /** Locks the identities of events, those that are new too, and reads all that they need. */
  List<OpenAccount> open(List<? extends Event> events) {
    Map<UUID, List<Event>> byIdentity =
        events.stream()
            .collect(
                Collectors.groupingBy(Event::identityId, LinkedHashMap::new, Collectors.toList()));
    Map<UUID, Long> journals = lock(byIdentity.keySet());
    Map<UUID, AccountRow> rows = accounts(byIdentity.keySet());
    Map<UUID, Map<UUID, Fold.Posted>> posted = posted(LotsNeeded.facts(events));
    var needed = LotsNeeded.of(rows, events);
    Map<UUID, List<Lot>> lots = lots(needed);
    Map<UUID, List<Draw>> draws = draws(needed.whole());
    var opened = new ArrayList<OpenAccount>(byIdentity.size());
    byIdentity.forEach(
        (identity, own) -> {
          AccountRow row = rows.getOrDefault(identity, AccountRow.empty(identity));
          Account account =
              row.with(
                  lots.getOrDefault(identity, List.of()), draws.getOrDefault(identity, List.of()));
          var known = posted.getOrDefault(identity, Map.of());
          var fold = new Fold(programme, account, known, Ids::next);
          opened.add(new OpenAccount(identity, own, fold, journals.getOrDefault(identity, 0L)));
        });
    return opened;
  }

  /** Also says how long the journals are. */
  private Map<UUID, Long> lock(Set<UUID> identities) {
    database.update(LOCK, to -> to.tenant().texts(identities));
    var lengths = new HashMap<UUID, Long>();
    database.each(
        JOURNAL_LENGTHS,
        to -> to.tenant().texts(identities),
        row ->
            lengths.put(row.getObject("identity_id", UUID.class), row.getLong("journal_length")));
    return lengths;
  }

  private Map<UUID, AccountRow> accounts(Set<UUID> identities) {
    var rows = new HashMap<UUID, AccountRow>();
    database.each(
        ACCOUNTS,
        to -> to.tenant().text(programme.key()).texts(identities),
        row -> rows.put(row.getObject("identity_id", UUID.class), AccountRow.read(row)));
    return rows;
  }

  private Map<UUID, Map<UUID, Fold.Posted>> posted(Collection<Fact> facts) {
    var posted = new HashMap<UUID, Map<UUID, Fold.Posted>>();
    database.each(
        POSTED,
        to ->
            to.tenant()
                .text(programme.key())
                .text(Programme.BASE_RULE)
                .texts(facts, Fact::identityId)
                .texts(facts, Fact::id),
        row ->
            posted
                .computeIfAbsent(row.getObject("identity_id", UUID.class), _ -> new HashMap<>())
                .put(
                    row.getObject("cause_id", UUID.class),
                    new Fold.Posted(row.getLong("cause_revision"), row.getLong("points"))));
    return posted;
  }

  private Map<UUID, List<Lot>> lots(LotsNeeded needed) {
    var lots = new HashMap<UUID, List<Lot>>();
    database.each(
        LOTS,
        to ->
            to.tenant()
                .text(programme.key())
                .texts(needed.whole())
                .texts(needed.facts(), Fact::identityId)
                .texts(needed.facts(), Fact::id)
                .texts(needed.expiries(), Event.Expiry::identityId)
                .texts(needed.expiries(), Event.Expiry::effectiveAt),
        row ->
            lots.computeIfAbsent(row.getObject("identity_id", UUID.class), _ -> new ArrayList<>())
                .add(LotRow.read(row)));
    return lots;
  }

  private Map<UUID, List<Draw>> draws(Set<UUID> whole) {
    var draws = new HashMap<UUID, List<Draw>>();
    if (whole.isEmpty()) {
      return draws;
    }
    database.each(
        DRAWS,
        to -> to.tenant().text(programme.key()).texts(whole),
        row ->
            draws
                .computeIfAbsent(row.getObject("identity_id", UUID.class), _ -> new ArrayList<>())
                .add(
                    new Draw(
                        row.getObject("cause_id", UUID.class),
                        row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                        -row.getLong("points"))));
    return draws;
  }
}
