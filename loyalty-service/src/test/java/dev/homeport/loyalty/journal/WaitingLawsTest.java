package dev.homeport.loyalty.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.loyalty.fact.Fact;
import dev.homeport.loyalty.fact.OrderFact;
import dev.homeport.loyalty.ledger.Account;
import dev.homeport.loyalty.ledger.AccountKind;
import dev.homeport.loyalty.ledger.Balances;
import dev.homeport.loyalty.ledger.Lot;
import dev.homeport.loyalty.programme.Documents;
import dev.homeport.loyalty.programme.OverdraftFloor;
import dev.homeport.loyalty.programme.Versions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of points that cannot be used at once; the seed is in each message. */
class WaitingLawsTest {
  private static final int HISTORIES = 2_000;
  private static final Instant END = Programmes.START.plus(Duration.ofHours(7_000));
  private static final String AFTER_ORDER = "{\"type\": \"after-order\", \"days\": 20}";
  private static final String AFTER_DELIVERY =
      "{\"type\": \"after-delivery\", \"days\": 10, \"deadlineDays\": 40}";

  private static final String AT_ONCE = "{\"type\": \"at-once\"}";

  @ParameterizedTest
  @ValueSource(strings = {AFTER_ORDER, AFTER_DELIVERY, AT_ONCE})
  void itDoesNotMatterWhetherFactsComeBeforeOrAfterTheMomentsOfTheirTime(String usable) {
    Versions versions = versions(usable);
    for (long seed = 0; seed < HISTORIES; seed++) {
      var history = new RandomHistory(seed);
      Fold punctual = fold(versions, history.buyer());
      everythingInItsTime(versions, history).forEach(punctual::apply);
      Fold late = fold(versions, history.buyer());
      history.disordered().stream().map(WaitingLawsTest::delivered).forEach(late::apply);
      moments(versions, history).forEach(late::apply);
      Fold mixed = fold(versions, history.buyer());
      mixed(versions, history, new Random(seed)).forEach(mixed::apply);

      assertThat(state(late)).as("late, seed %d", seed).isEqualTo(state(punctual));
      assertThat(state(mixed)).as("mixed, seed %d", seed).isEqualTo(state(punctual));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {AFTER_ORDER, AFTER_DELIVERY})
  void balancesAreTheSumsOfTheirEntriesAndPendingIsWhatWaits(String usable) {
    Versions versions = versions(usable);
    var seen = new EnumMap<AccountKind, Long>(AccountKind.class);
    for (long seed = 0; seed < HISTORIES; seed++) {
      var history = new RandomHistory(seed);
      Fold fold = fold(versions, history.buyer());
      var sums = new EnumMap<AccountKind, Long>(AccountKind.class);
      for (Event event : mixed(versions, history, new Random(seed))) {
        fold.apply(event).ifPresent(step -> add(sums, step));
        Account account = fold.account();
        Balances balances = account.balances();
        assertThat(sum(sums, AccountKind.PENDING))
            .as("seed %d", seed)
            .isEqualTo(balances.pending())
            .isEqualTo(left(account, true));
        assertThat(sum(sums, AccountKind.AVAILABLE))
            .as("seed %d", seed)
            .isEqualTo(balances.available());
        assertThat(sum(sums, AccountKind.OWED)).as("seed %d", seed).isEqualTo(balances.owed());
        assertThat(left(account, false)).as("seed %d", seed).isEqualTo(Math.max(balances.net(), 0));
        assertThat(sum(sums, AccountKind.EXPIRED) + sum(sums, AccountKind.FORFEITED))
            .as("seed %d", seed)
            .isEqualTo(account.totals().expired());
        assertThat(account.totals().net()).as("seed %d", seed).isEqualTo(balances.whole());
      }
      sums.forEach((kind, points) -> seen.merge(kind, Math.abs(points), Long::sum));
    }
    assertThat(seen.get(AccountKind.AVAILABLE)).isPositive();
    assertThat(seen.get(AccountKind.FORFEITED) != null).isEqualTo(usable.equals(AFTER_DELIVERY));
  }

  @ParameterizedTest
  @ValueSource(strings = {AFTER_ORDER, AFTER_DELIVERY, AT_ONCE})
  void anOrderReturnedInFullLeavesNothingWhateverHasBecomeOfItsPoints(String usable) {
    Versions versions = versions(usable);
    for (long seed = 0; seed < HISTORIES; seed++) {
      var history = new RandomHistory(seed);
      var random = new Random(seed);
      Fold without = fold(versions, history.buyer());
      mixed(versions, history, random).forEach(without::apply);
      Fold with = fold(versions, history.buyer());
      UUID order = new UUID(seed, 99);
      Instant placed = Programmes.START.plus(Duration.ofHours(random.nextInt(6_000)));
      with.apply(order(history.buyer(), order, 1, placed, "0"));
      mixed(versions, history, new Random(seed)).forEach(with::apply);
      with.apply(order(history.buyer(), order, 2, placed, "321.09"));
      assertThat(state(with)).as("seed %d", seed).isEqualTo(state(without));
    }
  }

  @Test
  void pointsArePendingUntilTheyCanBeUsed() {
    Fold fold = fold(versions(AFTER_ORDER), Facts.BUYER);
    fold.apply(Facts.order(new UUID(5, 5), 1, "100", "0"));
    assertThat(fold.account().balances()).isEqualTo(new Balances(100, 0, 0, 0));

    fold.apply(opening(Facts.BUYER, Facts.PLACED.plus(Duration.ofDays(19))));
    assertThat(fold.account().balances()).isEqualTo(new Balances(100, 0, 0, 0));

    fold.apply(opening(Facts.BUYER, Facts.PLACED.plus(Duration.ofDays(20))));
    assertThat(fold.account().balances()).isEqualTo(new Balances(0, 100, 0, 0));
  }

  @Test
  void aReturnTakesPendingPointsOfItsOrderFirst() {
    Fold fold = fold(versions(AFTER_ORDER), Facts.BUYER);
    fold.apply(Facts.order(new UUID(5, 5), 1, "100", "0"));
    fold.apply(Facts.order(new UUID(5, 5), 2, "100", "30"));
    assertThat(fold.account().balances()).isEqualTo(new Balances(70, 0, 0, 0));
  }

  @Test
  void whatIsNotDeliveredInTimeLapsesUnlessItTurnsOutThatItWas() {
    Fold fold = fold(versions(AFTER_DELIVERY), Facts.BUYER);
    OrderFact order = Facts.order(new UUID(5, 5), 1, "100", "0");
    fold.apply(order);
    fold.apply(opening(Facts.BUYER, Facts.PLACED.plus(Duration.ofDays(50))));
    assertThat(fold.account().balances()).isEqualTo(Balances.ZERO);
    assertThat(fold.account().totals()).isEqualTo(new Account.Totals(100, 0, 100, 0));

    fold.apply(delivered(order, 2, Facts.PLACED.plus(Duration.ofDays(41))));
    assertThat(fold.account().balances()).isEqualTo(Balances.ZERO);

    fold.apply(delivered(order, 3, Facts.PLACED.plus(Duration.ofDays(39))));
    assertThat(fold.account().balances()).isEqualTo(new Balances(0, 100, 0, 0));
    assertThat(fold.account().totals()).isEqualTo(new Account.Totals(100, 0, 0, 0));
  }

  private static Versions versions(String usable) {
    return Documents.versions(
        Programmes.START,
        ZoneOffset.UTC,
        """
        {"key": "points", "currencies": {"EUR": {"earn": "1"}}, "rounding": "floor",
         "rules": [{"key": "base", "points": {"type": "rate"}}], "overdraft": "50",
         "usable": %s, "expiry": {"type": "%s", "months": 3}}"""
            .formatted(usable, usable.equals(AFTER_ORDER) ? "rolling" : "inactivity"));
  }

  private static Fold fold(Versions versions, UUID buyer) {
    return new Fold(
        versions, new OverdraftFloor.Limit(50), Fold.State.empty(buyer), UUID::randomUUID);
  }

  private static OrderFact order(
      UUID buyer, UUID id, long revision, Instant placed, String returned) {
    OrderFact order = Facts.order(buyer, id, revision, placed, "paid", "321.09", returned);
    return delivered(
        order, revision, placed.plus(Duration.ofDays(id.getMostSignificantBits() % 60)));
  }

  /** Two thirds of the orders arrive, some too late, and that is known with a later revision. */
  private static Fact delivered(Fact fact) {
    long days = Math.floorMod(fact.id().getLeastSignificantBits(), 90L);
    return fact instanceof OrderFact order && order.revision() > 1 && days < 60
        ? delivered(order, order.revision(), order.placedAt().plus(Duration.ofDays(days)))
        : fact;
  }

  private static OrderFact delivered(OrderFact order, long revision, Instant at) {
    return new OrderFact(
        order.id(),
        order.identityId(),
        revision,
        order.channel(),
        order.market(),
        order.country(),
        order.placedAt(),
        order.status(),
        order.currency(),
        order.lines(),
        order.total(),
        order.returned(),
        order.lastReturnAt(),
        at,
        null);
  }

  private static List<Event> everythingInItsTime(Versions versions, RandomHistory history) {
    var events = new ArrayList<Event>(moments(versions, history));
    history.inOrder().stream()
        .map(WaitingLawsTest::delivered)
        .map(Event.Happened::new)
        .forEach(events::add);
    events.sort(Comparator.comparing(Event::effectiveAt));
    return events;
  }

  /** Facts in any order, moments in theirs, anyhow between each other. */
  private static List<Event> mixed(Versions versions, RandomHistory history, Random random) {
    var facts = new ArrayList<Event>();
    new RandomHistory(history.buyer().getMostSignificantBits())
        .disordered().stream()
            .map(WaitingLawsTest::delivered)
            .map(Event.Happened::new)
            .forEach(facts::add);
    var events = new ArrayList<Event>();
    for (Event moment : moments(versions, history)) {
      for (int i = random.nextInt(3); i > 0 && !facts.isEmpty(); i--) {
        events.add(facts.removeLast());
      }
      events.add(moment);
    }
    events.addAll(facts);
    return events;
  }

  /** A look at every moment at which something could open or expire, and one at the end. */
  private static List<Event> moments(Versions versions, RandomHistory history) {
    var moments = new TreeSet<Instant>();
    for (Fact fact : history.inOrder()) {
      if (delivered(fact) instanceof OrderFact order) {
        versions
            .at(order.placedAt())
            .map(version -> version.document())
            .map(
                document ->
                    document
                        .start()
                        .times(
                            order.placedAt(), order.deliveredAt(), document.life(), ZoneOffset.UTC))
            .ifPresent(
                times -> {
                  moments.add(times.usableFrom());
                  moments.add(times.expiresAt());
                });
      }
    }
    moments.removeIf(END::isBefore);
    moments.add(END);
    return moments.stream().map(at -> opening(history.buyer(), at)).toList();
  }

  private static Event opening(UUID buyer, Instant at) {
    return at.getEpochSecond() % 2 == 0
        ? new Event.Opening(UUID.randomUUID(), buyer, at)
        : new Event.Expiry(UUID.randomUUID(), buyer, at);
  }

  private static void add(Map<AccountKind, Long> sums, Step step) {
    step.postings().stream()
        .flatMap(posting -> posting.entries().stream())
        .forEach(entry -> sums.merge(entry.account(), entry.points(), Long::sum));
  }

  private static long sum(Map<AccountKind, Long> sums, AccountKind kind) {
    return sums.getOrDefault(kind, 0L);
  }

  private static long left(Account account, boolean waiting) {
    return account.lots().stream()
        .filter(lot -> lot.waiting() == waiting)
        .mapToLong(Lot::remaining)
        .sum();
  }

  private static List<String> state(Fold fold) {
    Account account = fold.account();
    var state = new ArrayList<String>();
    state.add(account.totals() + " " + account.balances());
    account.lots().stream()
        .filter(lot -> lot.size() > 0)
        .map(
            lot ->
                "%s %s %d %d %d %s %s"
                    .formatted(
                        lot.causeId(),
                        lot.stage(),
                        lot.size(),
                        lot.used(),
                        lot.expired(),
                        lot.usableFrom(),
                        lot.expiresAt()))
        .forEach(state::add);
    return state;
  }
}
