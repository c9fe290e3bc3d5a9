package dev.homeport.loyalty.announcement;

import dev.homeport.loyalty.contract.MemberChanged;
import dev.homeport.loyalty.contract.TierChanged;
import dev.homeport.loyalty.programme.OverdraftFloor;
import dev.homeport.loyalty.programme.RunningProgrammes;
import dev.homeport.platform.database.Database;
import dev.homeport.platform.database.Parameters;
import dev.homeport.platform.event.OutboundEvent;
import dev.homeport.platform.outbox.Outbox;
import dev.homeport.platform.tenant.CurrentTenant;
import dev.homeport.platform.time.Revision;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Looks at members, compares them with what was told of them last, and tells what is different: one
 * event for each member and programme, and one more where the tier is another. What was told is
 * kept in the same transaction, so each change is told once.
 */
@ApplicationScoped
class Announcer {
  private static final String LOCK =
      "select pg_advisory_xact_lock(hashtextextended('announcements ' || ?::text, 0))";

  private final Database database;
  private final RunningProgrammes programmes;
  private final MemberSums members;
  private final Standings standings;
  private final ToldTable told;
  private final Outbox outbox;
  private final CurrentTenant tenant;
  private final Clock clock;

  Announcer(
      Database database,
      RunningProgrammes programmes,
      MemberSums members,
      Standings standings,
      ToldTable told,
      Outbox outbox,
      CurrentTenant tenant,
      Clock clock) {
    this.database = database;
    this.programmes = programmes;
    this.members = members;
    this.standings = standings;
    this.told = told;
    this.outbox = outbox;
    this.tenant = tenant;
    this.clock = clock;
  }

  /** Waits for whoever else tells of the tenant's members; until the transaction ends. */
  void lock() {
    database.each(LOCK, Parameters::tenant, _ -> {});
  }

  /**
   * Looks at members and tells what is different, in the caller's transaction, after {@link #lock}.
   *
   * @param looks each member once in each programme
   */
  void tell(Collection<Look> looks) {
    if (looks.isEmpty()) {
      return;
    }
    Set<UUID> customers = looks.stream().map(Look::customerId).collect(Collectors.toSet());
    Map<MemberKey, Told> before = told.of(customers);
    Map<UUID, List<UUID>> identities = members.identities(customers);
    List<Look> known =
        looks.stream()
            .filter(
                look -> identities.containsKey(look.customerId()) || before.containsKey(look.key()))
            .toList();
    Map<MemberKey, Sums> sums = members.of(customers);
    Map<MemberKey, Standing> tiers =
        standings.of(
            known.stream()
                .filter(look -> look.concernsTier() || !before.containsKey(look.key()))
                .toList(),
            identities);
    String main = programmes.main().key();
    var rows = new ArrayList<Told>();
    var events = new ArrayList<OutboundEvent>();
    for (Look look : known) {
      MemberKey key = look.key();
      Told last = before.get(key);
      Standing standing =
          look.concernsTier() || last == null
              ? tiers.getOrDefault(key, Standing.NONE)
              : standing(last);
      MemberChanged state = state(look, main, sums.getOrDefault(key, Sums.NONE), standing.tier());
      MemberChanged newest = tell(look, last == null ? null : last.state(), state, events);
      rows.add(new Told(key, newest, look.moment(), standing.lookAt()));
    }
    told.write(rows);
    outbox.append(events);
  }

  private static Standing standing(Told last) {
    return new Standing(last.state() == null ? null : last.state().tier(), last.lookAt());
  }

  /** Adds what is to be told; returns the state that has been told then. */
  private @Nullable MemberChanged tell(
      Look look, @Nullable MemberChanged before, MemberChanged state, List<OutboundEvent> events) {
    boolean silent = before == null ? state.blank() : !state.differs(before);
    if (silent) {
      return before;
    }
    long revision = Revision.next(before == null ? Revision.NONE : before.revision(), clock);
    MemberChanged now = state.told(look.moment(), revision, look.backfill());
    events.add(now.toEvent());
    TierChanged.between(before, now, look.reason())
        .ifPresent(change -> events.add(change.toEvent()));
    return now;
  }

  private MemberChanged state(
      Look look, String main, Sums sums, MemberChanged.@Nullable Tier tier) {
    OverdraftFloor floor = look.programme().floor(look.moment());
    long available = Math.max(sums.net(), floor.lowest());
    return new MemberChanged(
        look.customerId(),
        look.programme().key(),
        look.programme().key().equals(main),
        sums.pending(),
        available,
        sums.held(),
        available - sums.net(),
        sums.earned(),
        pointValue(look),
        tier,
        Instant.EPOCH,
        Revision.NONE,
        false);
  }

  private MemberChanged.@Nullable Amount pointValue(Look look) {
    Currency currency = tenant.settings().reportingCurrency();
    return look.programme()
        .at(look.moment())
        .map(version -> version.document().currencies().everywhere().get(currency))
        .map(terms -> amount(terms.burn(), currency))
        .orElse(null);
  }

  private static MemberChanged.@Nullable Amount amount(
      @Nullable BigDecimal burn, Currency currency) {
    return burn == null ? null : new MemberChanged.Amount(burn, currency.getCurrencyCode());
  }
}
