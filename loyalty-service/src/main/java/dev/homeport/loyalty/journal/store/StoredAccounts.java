package dev.homeport.loyalty.journal.store;

import dev.homeport.loyalty.fact.Fact;
import dev.homeport.loyalty.journal.Event;
import dev.homeport.loyalty.journal.Fold;
import dev.homeport.loyalty.ledger.Draw;
import dev.homeport.loyalty.ledger.Lot;
import dev.homeport.loyalty.programme.RunningProgrammes;
import dev.homeport.loyalty.programme.Versions;
import dev.homeport.loyalty.rating.Together;
import dev.homeport.platform.database.Database;
import dev.homeport.platform.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

  /** Looks by key for each fact or identity; "offset 0" keeps the planner from reading all. */
  private static final String POSTED =
      """
      with p as (select ?::uuid as tenant_id, ?::text as programme)
      select r.* from p, unnest(?::uuid[]) as remembering(identity_id),
        lateral (
          select r.identity_id, r.cause_id, r.cause_revision, r.points, r.programme_version
          from rating r
          where r.tenant_id = p.tenant_id and r.identity_id = remembering.identity_id
            and r.programme = p.programme
          offset 0) r
      union all
      select r.* from p, unnest(?::uuid[], ?::uuid[]) as f(identity_id, cause_id),
        lateral (
          select r.identity_id, r.cause_id, r.cause_revision, r.points, r.programme_version
          from rating r
          where r.tenant_id = p.tenant_id and r.identity_id = f.identity_id
            and r.programme = p.programme and r.cause_id = f.cause_id
          offset 0) r""";

  private static final String LOTS =
      """
      with p as (select ?::uuid as tenant_id, ?::text as programme)
      select l.* from p, unnest(?::uuid[]) as whole(identity_id),
        lateral (
          select l.* from lot l
          where l.tenant_id = p.tenant_id and l.identity_id = whole.identity_id
            and l.programme = p.programme
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
            and l.programme = p.programme and l.used + l.expired < l.size
            and (l.expires_at <= e.until or (l.stage = 'waiting' and l.usable_from <= e.until))
          offset 0) l""";

  private static final String DRAWS =
      """
      select r.* from (select ?::uuid as tenant_id, ?::text as programme) p,
        unnest(?::uuid[]) as whole(identity_id),
        lateral (
          select r.identity_id, r.cause_id, r.occurred_at, 'taken-back' as use, -r.points as points
          from rating r
          where r.tenant_id = p.tenant_id and r.identity_id = whole.identity_id
            and r.programme = p.programme and r.cause_kind = 'free-return'
          union all
          select s.identity_id, s.spend_id, s.drawn_at, s.use, s.points from spend_part s
          where s.tenant_id = p.tenant_id and s.identity_id = whole.identity_id
            and s.programme = p.programme
          offset 0) r""";

  private final Database database;
  private final RunningProgrammes programmes;
  private final JournalledFacts facts;
  private final IdentityHistory history;
  private final MemberLock members;
  private final Clock clock;

  StoredAccounts(
      Database database,
      RunningProgrammes programmes,
      JournalledFacts facts,
      IdentityHistory history,
      MemberLock members,
      Clock clock) {
    this.database = database;
    this.programmes = programmes;
    this.facts = facts;
    this.history = history;
    this.members = members;
    this.clock = clock;
  }

  /**
   * Locks the identities of events, those that are new too and all that are one member with them
   * where that matters, and reads all that they need. Which versions count is read when they are
   * locked: whatever was approved before is seen, and whatever is approved later rates them again.
   */
  List<OpenMember> open(List<? extends Event> events) {
    boolean whole = members.shared();
    Set<UUID> own = events.stream().map(Event::identityId).collect(Collectors.toSet());
    Collection<Set<UUID>> groups =
        whole
            ? new HashSet<>(history.groups(own).values().stream().map(Set::copyOf).toList())
            : own.stream().map(Set::of).toList();
    return open(events, groups, Set.of());
  }

  /**
   * Locks groups of identities of which it will change who is one member, and reads all.
   *
   * @param spent what of spends may have to move from one to another
   */
  List<OpenMember> open(Collection<Set<UUID>> groups, List<Event.Spent> spent) {
    return open(spent, groups, groups.stream().flatMap(Set::stream).collect(Collectors.toSet()));
  }

  private List<OpenMember> open(
      List<? extends Event> events, Collection<Set<UUID>> groups, Set<UUID> regrouped) {
    var groupOf = new HashMap<UUID, Set<UUID>>();
    groups.forEach(group -> group.forEach(identity -> groupOf.put(identity, group)));
    Map<UUID, Long> journals = lock(groupOf.keySet());
    Together together = together(groups);
    var folds = new HashMap<Set<UUID>, Map<String, Fold>>();
    for (Versions versions : programmes.all()) {
      Map<UUID, Fold.State> states = states(versions, events, groupOf, regrouped);
      for (Set<UUID> group : groups) {
        folds
            .computeIfAbsent(group, _ -> new LinkedHashMap<>())
            .put(versions.key(), fold(versions, group, states, together));
      }
    }
    Map<Set<UUID>, List<Event>> byGroup =
        events.stream().collect(Collectors.groupingBy(event -> of(groupOf, event)));
    return groups.stream()
        .map(
            group ->
                new OpenMember(
                    byGroup.getOrDefault(group, List.of()),
                    folds.getOrDefault(group, Map.of()),
                    lengths(group, journals)))
        .toList();
  }

  private static Set<UUID> of(Map<UUID, Set<UUID>> groupOf, Event event) {
    return Objects.requireNonNull(groupOf.get(event.identityId()));
  }

  private static Map<UUID, Long> lengths(Set<UUID> group, Map<UUID, Long> journals) {
    return group.stream().collect(Collectors.toMap(id -> id, id -> journals.getOrDefault(id, 0L)));
  }

  /** Who is one member when, of all groups at one look. */
  private Together together(Collection<Set<UUID>> groups) {
    List<UUID> several =
        groups.stream().filter(group -> group.size() > 1).flatMap(Set::stream).toList();
    return several.isEmpty() ? Together.ALONE : history.memberships(several);
  }

  private Fold fold(
      Versions versions, Set<UUID> group, Map<UUID, Fold.State> states, Together together) {
    List<Fold.State> own =
        group.stream()
            .map(identity -> states.getOrDefault(identity, Fold.State.empty(identity)))
            .toList();
    Together one = group.size() == 1 ? Together.ALONE : together;
    return new Fold(versions, versions.floor(clock.instant()), own, one, Ids::next);
  }

  private Map<UUID, Fold.State> states(
      Versions versions,
      List<? extends Event> events,
      Map<UUID, Set<UUID>> groupOf,
      Set<UUID> regrouped) {
    Set<UUID> identities = groupOf.keySet();
    Map<UUID, AccountRow> rows = accounts(versions.key(), identities);
    var needed = LotsNeeded.of(versions, rows, events, groupOf, regrouped);
    Map<UUID, Map<UUID, Fold.Posted>> posted = posted(versions.key(), needed);
    Map<UUID, List<Lot>> lots = lots(versions.key(), needed);
    Map<UUID, List<Draw>> draws = draws(versions.key(), needed.whole());
    Map<UUID, List<Fact>> known = facts.of(needed.remembering());
    return identities.stream()
        .collect(
            Collectors.toMap(
                identity -> identity,
                identity ->
                    new Fold.State(
                        rows.getOrDefault(identity, AccountRow.empty(identity))
                            .with(
                                lots.getOrDefault(identity, List.of()),
                                draws.getOrDefault(identity, List.of())),
                        posted.getOrDefault(identity, Map.of()),
                        known.getOrDefault(identity, List.of()))));
  }

  /** Also says how long the journals are. */
  Map<UUID, Long> lock(Collection<UUID> identities) {
    database.update(LOCK, to -> to.tenant().texts(identities));
    var lengths = new HashMap<UUID, Long>();
    database.each(
        JOURNAL_LENGTHS,
        to -> to.tenant().texts(identities),
        row ->
            lengths.put(row.getObject("identity_id", UUID.class), row.getLong("journal_length")));
    return lengths;
  }

  private Map<UUID, AccountRow> accounts(String programme, Set<UUID> identities) {
    var rows = new HashMap<UUID, AccountRow>();
    database.each(
        ACCOUNTS,
        to -> to.tenant().text(programme).texts(identities),
        row -> rows.put(row.getObject("identity_id", UUID.class), AccountRow.read(row)));
    return rows;
  }

  private Map<UUID, Map<UUID, Fold.Posted>> posted(String programme, LotsNeeded needed) {
    var posted = new HashMap<UUID, Map<UUID, Fold.Posted>>();
    database.each(
        POSTED,
        to ->
            to.tenant()
                .text(programme)
                .texts(needed.remembering())
                .texts(needed.facts(), Fact::identityId)
                .texts(needed.facts(), Fact::id),
        row ->
            posted
                .computeIfAbsent(row.getObject("identity_id", UUID.class), _ -> new HashMap<>())
                .put(
                    row.getObject("cause_id", UUID.class),
                    new Fold.Posted(
                        row.getLong("cause_revision"),
                        row.getLong("points"),
                        row.getInt("programme_version"))));
    return posted;
  }

  private Map<UUID, List<Lot>> lots(String programme, LotsNeeded needed) {
    var lots = new HashMap<UUID, List<Lot>>();
    database.each(
        LOTS,
        to ->
            to.tenant()
                .text(programme)
                .texts(needed.whole())
                .texts(needed.facts(), Fact::identityId)
                .texts(needed.facts(), Fact::id)
                .texts(needed.passed(), Event::identityId)
                .texts(needed.passed(), Event::effectiveAt),
        row ->
            lots.computeIfAbsent(row.getObject("identity_id", UUID.class), _ -> new ArrayList<>())
                .add(LotRow.read(row)));
    return lots;
  }

  private Map<UUID, List<Draw>> draws(String programme, Collection<UUID> whole) {
    var draws = new HashMap<UUID, List<Draw>>();
    if (whole.isEmpty()) {
      return draws;
    }
    database.each(
        DRAWS,
        to -> to.tenant().text(programme).texts(whole),
        row ->
            draws
                .computeIfAbsent(row.getObject("identity_id", UUID.class), _ -> new ArrayList<>())
                .add(
                    new Draw(
                        row.getObject("cause_id", UUID.class),
                        row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                        EventText.use(row.getString("use")),
                        row.getLong("points"))));
    return draws;
  }
}
