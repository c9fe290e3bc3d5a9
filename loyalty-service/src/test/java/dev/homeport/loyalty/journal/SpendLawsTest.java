package dev.homeport.loyalty.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.loyalty.ledger.Account;
import dev.homeport.loyalty.ledger.AccountKind;
import dev.homeport.loyalty.ledger.Balances;
import dev.homeport.loyalty.ledger.Draw;
import dev.homeport.loyalty.ledger.Lot;
import dev.homeport.loyalty.programme.OverdraftFloor;
import dev.homeport.loyalty.programme.Versions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What spends do to points, for every history; the seed is in each message. */
class SpendLawsTest {
  private static final int HISTORIES = 1_500;
  private static final Instant END = Programmes.START.plus(Duration.ofHours(9_000));

  @ParameterizedTest
  @ValueSource(strings = {"none", "50", "unlimited"})
  void balancesAreTheSumsOfTheirEntriesWhateverIsSpent(String floor) {
    var seen = new EnumMap<AccountKind, Long>(AccountKind.class);
    for (long seed = 0; seed < HISTORIES; seed++) {
      var history = new RandomHistory(seed);
      Fold fold = fold(floor, history.buyer());
      var sums = new EnumMap<AccountKind, Long>(AccountKind.class);
      for (Event event : mixed(history, new Random(seed))) {
        fold.apply(event).ifPresent(step -> add(sums, step));
        Account account = fold.account();
        Balances balances = account.balances();
        String place = "seed %d after %s".formatted(seed, event);
        assertThat(sum(sums, AccountKind.AVAILABLE)).as(place).isEqualTo(balances.available());
        assertThat(sum(sums, AccountKind.HELD)).as(place).isEqualTo(balances.held());
        assertThat(sum(sums, AccountKind.OWED)).as(place).isEqualTo(balances.owed());
        assertThat(sum(sums, AccountKind.REDEEMED))
            .as(place)
            .isEqualTo(account.totals().redeemed())
            .isEqualTo(points(account, Draw.Use.REDEEMED));
        assertThat(balances.held()).as(place).isEqualTo(points(account, Draw.Use.HELD));
        assertThat(account.lots().stream().mapToLong(Lot::remaining).sum())
            .as(place)
            .isEqualTo(Math.max(balances.net(), 0));
        assertThat(account.totals().net()).as(place).isEqualTo(balances.whole());
      }
      sums.forEach((kind, points) -> seen.merge(kind, Math.abs(points), Long::sum));
    }
    assertThat(seen.get(AccountKind.HELD)).isPositive();
    assertThat(seen.get(AccountKind.REDEEMED)).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "50", "unlimited"})
  void whatIsGivenBackWasNeverSpent(String floor) {
    for (long seed = 0; seed < HISTORIES; seed++) {
      var history = new RandomHistory(seed);
      var random = new Random(seed);
      List<Event> events = mixed(history, random);
      Fold without = fold(floor, history.buyer());
      events.forEach(without::apply);
      var id = new UUID(seed, 77);
      Instant at = moment(random);
      Fold with = fold(floor, history.buyer());
      int when = random.nextInt(events.size());
      events.subList(0, when).forEach(with::apply);
      with.apply(spend(history, id, 1, at, Draw.Use.HELD, 40));
      with.apply(spend(history, id, 2, at, Draw.Use.REDEEMED, 40));
      events.subList(when, events.size()).forEach(with::apply);
      with.apply(spend(history, id, 3, at, Draw.Use.REDEEMED, 0));
      assertThat(state(with)).as("seed %d", seed).isEqualTo(state(without));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "50", "unlimited"})
  void theOrderInWhichFactsAndSpendsComeChangesNothing(String floor) {
    for (long seed = 0; seed < HISTORIES; seed++) {
      var history = new RandomHistory(seed);
      Fold one = fold(floor, history.buyer());
      mixed(history, new Random(seed)).forEach(one::apply);
      Fold other = fold(floor, history.buyer());
      history.inOrder().forEach(other::apply);
      lastSpends(history).forEach(other::apply);
      other.apply(expiry(history.buyer(), END));
      assertThat(state(other)).as("seed %d", seed).isEqualTo(state(one));
    }
  }

  @Test
  void aHoldSetsPointsAsideUntilTheyAreSpentOrReleased() {
    Fold fold = fold("none", Facts.BUYER);
    fold.apply(Facts.order(new UUID(5, 5), 1, "100", "0"));
    Instant at = Facts.PLACED.plusSeconds(60);
    fold.apply(spend(Facts.BUYER, new UUID(6, 6), 1, at, Draw.Use.HELD, 30));
    assertThat(fold.account().balances()).isEqualTo(new Balances(0, 70, 30, 0));

    fold.apply(spend(Facts.BUYER, new UUID(6, 6), 2, at, Draw.Use.REDEEMED, 30));
    assertThat(fold.account().balances()).isEqualTo(new Balances(0, 70, 0, 0));
    assertThat(fold.account().totals()).isEqualTo(new Account.Totals(100, 0, 0, 30));

    fold.apply(spend(Facts.BUYER, new UUID(6, 6), 3, at, Draw.Use.REDEEMED, 0));
    assertThat(fold.account().balances()).isEqualTo(new Balances(0, 100, 0, 0));
  }

  @Test
  void pointsComeBackToTheirLotsAndAreLostWhereThoseHaveExpired() {
    Fold fold = fold("none", Facts.BUYER);
    fold.apply(Facts.order(new UUID(5, 5), 1, "100", "0"));
    Instant at = Facts.PLACED.plusSeconds(60);
    fold.apply(spend(Facts.BUYER, new UUID(6, 6), 1, at, Draw.Use.REDEEMED, 30));
    fold.apply(expiry(Facts.BUYER, Facts.PLACED.plus(Duration.ofDays(200))));
    assertThat(fold.account().totals()).isEqualTo(new Account.Totals(100, 0, 70, 30));

    fold.apply(spend(Facts.BUYER, new UUID(6, 6), 2, at, Draw.Use.REDEEMED, 0));
    assertThat(fold.account().totals()).isEqualTo(new Account.Totals(100, 0, 100, 0));
    assertThat(fold.account().balances()).isEqualTo(Balances.ZERO);
  }

  @Test
  void anOrderReturnedAfterItsPointsWereSpentLeavesADebt() {
    Fold fold = fold("none", Facts.BUYER);
    fold.apply(Facts.order(new UUID(5, 5), 1, "100", "0"));
    fold.apply(spend(Facts.BUYER, new UUID(6, 6), 1, END, Draw.Use.REDEEMED, 30));
    fold.apply(Facts.order(new UUID(5, 5), 2, "100", "100"));
    assertThat(fold.account().balances()).isEqualTo(new Balances(0, 0, 0, -30));
  }

  private static long points(Account account, Draw.Use use) {
    return account.draws().stream().filter(draw -> draw.use() == use).mapToLong(Draw::points).sum();
  }

  /** Facts in any order; spends that end in theirs, anyhow between them, and time. */
  private static List<Event> mixed(RandomHistory history, Random random) {
    var events = new ArrayList<Event>();
    history.disordered().stream().map(Event.Happened::new).forEach(events::add);
    Collections.shuffle(events, random);
    for (List<Event> spend : spends(history)) {
      int from = 0;
      for (Event event : spend) {
        from += random.nextInt(events.size() + 1 - from);
        events.add(from, event);
        from++;
      }
    }
    for (int i = 0; i < 3; i++) {
      events.add(random.nextInt(events.size() + 1), expiry(history.buyer(), moment(random)));
    }
    events.add(expiry(history.buyer(), END));
    return events;
  }

  private static List<Event> lastSpends(RandomHistory history) {
    return spends(history).stream().map(List::getLast).toList();
  }

  /** Some are only held, some spent, some given back. */
  private static List<List<Event>> spends(RandomHistory history) {
    var random = new Random(history.buyer().getMostSignificantBits());
    var spends = new ArrayList<List<Event>>();
    for (int i = 0; i < 4; i++) {
      var id = new UUID(random.nextLong(), i);
      Instant at = moment(random);
      long points = random.nextInt(90);
      var events = new ArrayList<Event>();
      events.add(spend(history, id, 1, at, Draw.Use.HELD, points));
      if (random.nextInt(3) > 0) {
        events.add(spend(history, id, 2, at, Draw.Use.REDEEMED, points));
      }
      if (random.nextInt(3) == 0) {
        events.add(spend(history, id, 3, at, Draw.Use.REDEEMED, points / 3));
      }
      spends.add(events);
    }
    return spends;
  }

  private static Event spend(
      RandomHistory history, UUID id, long revision, Instant at, Draw.Use use, long points) {
    return spend(history.buyer(), id, revision, at, use, points);
  }

  private static Event spend(
      UUID buyer, UUID id, long revision, Instant at, Draw.Use use, long points) {
    Instant effective = at.plusSeconds(revision);
    return new Event.Spent(id, revision, buyer, buyer, "points", at, effective, use, points);
  }

  private static Event expiry(UUID buyer, Instant at) {
    return new Event.Expiry(UUID.randomUUID(), buyer, at);
  }

  private static Instant moment(Random random) {
    return Programmes.START.plus(Duration.ofHours(random.nextInt(8_000)));
  }

  private static Fold fold(String floor, UUID buyer) {
    Versions versions = Programmes.expiring(floor, 3);
    return new Fold(
        versions, OverdraftFloor.parse(floor), Fold.State.empty(buyer), UUID::randomUUID);
  }

  private static void add(Map<AccountKind, Long> sums, Step step) {
    step.postings().stream()
        .flatMap(posting -> posting.entries().stream())
        .forEach(entry -> sums.merge(entry.account(), entry.points(), Long::sum));
  }

  private static long sum(Map<AccountKind, Long> sums, AccountKind kind) {
    return sums.getOrDefault(kind, 0L);
  }

  private static List<String> state(Fold fold) {
    Account account = fold.account();
    var state = new ArrayList<String>();
    state.add(account.totals() + " " + account.balances());
    account.lots().stream()
        .filter(lot -> lot.size() > 0)
        .map(lot -> "%s %d %d %d".formatted(lot.causeId(), lot.size(), lot.used(), lot.expired()))
        .forEach(state::add);
    return state;
  }
}
