package dev.homeport.loyalty.replay;

import dev.homeport.loyalty.journal.Fold;
import dev.homeport.loyalty.journal.store.AccountRow;
import dev.homeport.loyalty.journal.store.EventText;
import dev.homeport.loyalty.journal.store.IdentityHistory;
import dev.homeport.loyalty.journal.store.LotRow;
import dev.homeport.loyalty.journal.store.MemberLock;
import dev.homeport.loyalty.ledger.AccountKind;
import dev.homeport.loyalty.programme.OverdraftFloor;
import dev.homeport.loyalty.programme.RunningProgrammes;
import dev.homeport.loyalty.programme.Versions;
import dev.homeport.loyalty.rating.Together;
import dev.homeport.platform.database.Database;
import dev.homeport.platform.database.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the two sides of a replay: what the journal gives, and what is stored. */
@ApplicationScoped
class ReplayTables {
  /** Shared locks hold postings off while both sides are read. */
  private static final String NEXT =
      """
      select identity_id from identity
      where tenant_id = ? and (?::uuid is null or identity_id > ?::uuid)
      order by identity_id limit ? for share""";

  private static final String JOURNAL =
      """
      select identity_id, kind, fact from journal
      where tenant_id = ? and identity_id = any(?::uuid[])
      order by identity_id, sequence""";

  private static final String OF_PROGRAMME =
      "select * from %s where tenant_id = ? and programme = ? and identity_id = any(?::uuid[])";

  private static final String SUMS =
      """
      select identity_id, account, sum(points) as points from entry
      where tenant_id = ? and programme = ? and identity_id = any(?::uuid[])
      group by identity_id, account""";

  private final Database database;
  private final RunningProgrammes programmes;
  private final IdentityHistory history;
  private final MemberLock members;

  ReplayTables(
      Database database,
      RunningProgrammes programmes,
      IdentityHistory history,
      MemberLock members) {
    this.database = database;
    this.programmes = programmes;
    this.history = history;
    this.members = members;
  }

  /** The programmes of the tenant. */
  List<Versions> programmes() {
    return programmes.all();
  }

  long identities() {
    return database
        .list(
            "select count(*) from identity where tenant_id = ?",
            Parameters::tenant,
            row -> row.getLong(1))
        .getFirst();
  }

  List<UUID> lockNext(@Nullable UUID after, int limit) {
    members.alone();
    return database.list(
        NEXT,
        to -> to.tenant().uuid(after).uuid(after).number(limit),
        row -> row.getObject(1, UUID.class));
  }

  /** What the journal gives when it is folded again. */
  Map<UUID, Picture> replayed(Versions versions, List<UUID> identities) {
    Map<UUID, OverdraftFloor> floors = floors(versions, identities);
    Map<UUID, Set<UUID>> groups =
        versions.remembers() ? history.groups(identities) : each(identities, Set::of);
    Map<UUID, ReplayedIdentity> replays = journals(groups);
    var members = new HashMap<Fate, ReplayedMember>();
    return each(
        identities,
        id -> {
          var fate = new Fate(Set.copyOf(find(groups, id)), find(floors, id));
          return members.computeIfAbsent(fate, one -> member(versions, one, replays)).picture(id);
        });
  }

  /** Identities that have the same facts behind them and may go as far below zero. */
  private record Fate(Set<UUID> group, OverdraftFloor floor) {}

  private ReplayedMember member(Versions versions, Fate fate, Map<UUID, ReplayedIdentity> replays) {
    Together together =
        fate.group().size() == 1 ? Together.ALONE : history.memberships(fate.group());
    List<ReplayedIdentity> own = fate.group().stream().map(id -> find(replays, id)).toList();
    return new ReplayedMember(versions, fate.floor(), own, together);
  }

  private Map<UUID, ReplayedIdentity> journals(Map<UUID, Set<UUID>> groups) {
    List<UUID> all = groups.values().stream().flatMap(Set::stream).distinct().toList();
    Map<UUID, ReplayedIdentity> replays = each(all, ReplayedIdentity::new);
    database.each(
        JOURNAL,
        to -> to.tenant().texts(all),
        row -> of(replays, row).take(EventText.read(row.getString("kind"), row.getString("fact"))));
    return replays;
  }

  /** Accounts show how far below zero they could go when something was last posted. */
  private Map<UUID, OverdraftFloor> floors(Versions versions, List<UUID> identities) {
    Map<UUID, OverdraftFloor> floors = each(identities, _ -> new OverdraftFloor.Unlimited());
    read(
        versions,
        OF_PROGRAMME.formatted("account"),
        identities,
        row ->
            floors.put(
                row.getObject("identity_id", UUID.class),
                versions.floor(row.getObject("updated_at", OffsetDateTime.class).toInstant())));
    return floors;
  }

  /** What is stored. */
  Map<UUID, Picture> stored(Versions versions, List<UUID> identities) {
    Map<UUID, Picture> pictures = each(identities, _ -> new Picture());
    read(
        versions,
        OF_PROGRAMME.formatted("account"),
        identities,
        row -> account(of(pictures, row), row));
    read(
        versions,
        OF_PROGRAMME.formatted("lot"),
        identities,
        row -> of(pictures, row).lot(LotRow.read(row)));
    read(
        versions,
        OF_PROGRAMME.formatted("rating"),
        identities,
        row -> rating(of(pictures, row), row));
    read(versions, SUMS, identities, row -> sum(of(pictures, row), row));
    return pictures;
  }

  private void read(
      Versions versions, String sql, List<UUID> identities, Database.Visitor visitor) {
    database.each(sql, to -> to.tenant().text(versions.key()).texts(identities), visitor);
  }

  private static void account(Picture picture, ResultSet row) throws SQLException {
    AccountRow account = AccountRow.read(row);
    picture.account(account.totals(), account.balances());
  }

  private static void rating(Picture picture, ResultSet row) throws SQLException {
    picture.rating(
        row.getObject("cause_id", UUID.class),
        new Fold.Posted(
            row.getLong("cause_revision"), row.getLong("points"), row.getInt("programme_version")));
  }

  private static void sum(Picture picture, ResultSet row) throws SQLException {
    picture.entries(
        AccountKind.valueOf(row.getString("account").toUpperCase(Locale.ROOT)),
        row.getLong("points"));
  }

  private static <T> T of(Map<UUID, T> all, ResultSet row) throws SQLException {
    return find(all, row.getObject("identity_id", UUID.class));
  }

  private static <T> T find(Map<UUID, T> all, UUID id) {
    T found = all.get(id);
    if (found == null) {
      throw new IllegalStateException("A row of an identity that was not asked for");
    }
    return found;
  }

  private static <T> Map<UUID, T> each(List<UUID> identities, Function<UUID, T> value) {
    return identities.stream()
        .collect(Collectors.toMap(id -> id, value, (a, _) -> a, TreeMap::new));
  }
}
