package dev.homeport.loyalty.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.loyalty.fact.Fact;
import dev.homeport.loyalty.ledger.Account;
import dev.homeport.loyalty.ledger.AccountKind;
import dev.homeport.loyalty.ledger.Lot;
import dev.homeport.loyalty.programme.LotLife;
import dev.homeport.loyalty.programme.OverdraftFloor;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What time does to points, for every history; the seed is in each message. */
class ExpiryLawsTest {
  private static final int HISTORIES = 3_000;
  private static final int MONTHS = 3;
  private static final Instant END = Programmes.START.plus(Duration.ofHours(9_000));

  @ParameterizedTest
  @ValueSource(strings = {"none", "50", "unlimited"})
  void itDoesNotMatterWhetherFactsComeBeforeOrAfterTheExpiriesOfTheirTime(String floor) {
    for (long seed = 0; seed < HISTORIES; seed++) {
      var history = new RandomHistory(seed);
      Fold punctual = fold(floor, history);
      everyEventInItsTime(history).forEach(punctual::apply);
      Fold late = fold(floor, history);
      history.disordered().forEach(late::apply);
      expiries(history).forEach(late::apply);
      Fold mixed = fold(floor, history);
      mixed(history, new Random(seed)).forEach(mixed::apply);

      assertThat(state(late)).as("late, seed %d", seed).isEqualTo(state(punctual));
      assertThat(state(mixed)).as("mixed, seed %d", seed).isEqualTo(state(punctual));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "50", "unlimited"})
  void everyPointThatWasEarnedIsUsedOrLostOrLeft(String floor) {
    long lost = 0;
    for (long seed = 0; seed < HISTORIES; seed++) {
      var history = new RandomHistory(seed);
      Fold fold = fold(floor, history);
      var sums = new EnumMap<AccountKind, Long>(AccountKind.class);
      for (Event event : mixed(history, new Random(seed))) {
        fold.apply(event).ifPresent(step -> add(sums, step));
      }
      Account account = fold.account();
      long left = account.lots().stream().mapToLong(Lot::remaining).sum();
      assertThat(left).as("seed %d", seed).isEqualTo(Math.max(account.balances().net(), 0));
      assertThat(account.totals().net()).as("seed %d", seed).isEqualTo(account.balances().net());
      assertThat(sums.getOrDefault(AccountKind.AVAILABLE, 0L))
          .as("seed %d", seed)
          .isEqualTo(account.balances().available());
      assertThat(sums.getOrDefault(AccountKind.EXPIRED, 0L))
          .as("seed %d", seed)
          .isEqualTo(account.totals().expired());
      assertThat(account.lots())
          .as("seed %d", seed)
          .allSatisfy(lot -> assertThat(lot.remaining() > 0 && isOver(lot)).isFalse());
      lost += account.totals().expired();
    }
    assertThat(lost).isPositive();
  }

  @Test
  void anOrderReturnedInFullAfterItsPointsExpiredLeavesNothing() {
    Fold fold = fold("none", Facts.BUYER);
    UUID order = new UUID(5, 5);
    fold.apply(Facts.order(order, 1, "100", "0"));
    fold.apply(expiry(Facts.BUYER, Facts.PLACED.plus(Duration.ofDays(200))));
    assertThat(fold.account().totals().expired()).isEqualTo(100);

    fold.apply(Facts.order(order, 2, "100", "100"));

    assertThat(fold.account().totals()).isEqualTo(Account.Totals.ZERO);
    assertThat(fold.account().balances().net()).isZero();
  }

  @Test
  void aReturnOfBeforeTheExpiryThatComesAfterItTakesPointsThatWereStillThere() {
    Fold fold = fold("none", Facts.BUYER);
    fold.apply(Facts.order(new UUID(5, 5), 1, "100", "0"));
    fold.apply(expiry(Facts.BUYER, Facts.PLACED.plus(Duration.ofDays(200))));

    fold.apply(Facts.freeReturn(new UUID(5, 6), 1, "30"));

    assertThat(fold.account().totals()).isEqualTo(new Account.Totals(100, 30, 70, 0));
    assertThat(fold.account().balances().net()).isZero();
  }

  private static boolean isOver(Lot lot) {
    Instant end = lot.expiresAt();
    return end != null && !end.isAfter(END);
  }

  private static void add(Map<AccountKind, Long> sums, Step step) {
    step.postings().stream()
        .flatMap(posting -> posting.entries().stream())
        .forEach(entry -> sums.merge(entry.account(), entry.points(), Long::sum));
  }

  private static Fold fold(String floor, RandomHistory history) {
    return fold(floor, history.buyer());
  }

  private static Fold fold(String floor, UUID buyer) {
    return new Fold(
        Programmes.expiring(floor, MONTHS),
        OverdraftFloor.parse(floor),
        Fold.State.empty(buyer),
        UUID::randomUUID);
  }

  private static List<Event> everyEventInItsTime(RandomHistory history) {
    var events = new ArrayList<Event>(expiries(history));
    history.inOrder().stream().map(Event.Happened::new).forEach(events::add);
    events.sort(Comparator.comparing(Event::effectiveAt));
    return events;
  }

  /** Facts in any order, expiries in theirs, anyhow between each other. */
  private static List<Event> mixed(RandomHistory history, Random random) {
    var facts = new ArrayList<Event>();
    history.disordered().stream().map(Event.Happened::new).forEach(facts::add);
    var events = new ArrayList<Event>();
    for (Event expiry : expiries(history)) {
      for (int i = random.nextInt(3); i > 0 && !facts.isEmpty(); i--) {
        events.add(facts.removeLast());
      }
      events.add(expiry);
    }
    events.addAll(facts);
    events.add(expiry(history.buyer(), END));
    return events;
  }

  /** A look at every moment at which something could expire, and one at the end. */
  private static List<Event> expiries(RandomHistory history) {
    var moments = new TreeSet<Instant>();
    var life = new LotLife.Rolling(MONTHS, LotLife.Until.MOMENT);
    for (Fact fact : history.inOrder()) {
      life.expiry(fact.occurredAt(), ZoneOffset.UTC)
          .filter(end -> end.isBefore(END))
          .ifPresent(moments::add);
    }
    moments.add(END);
    return moments.stream().map(at -> expiry(history.buyer(), at)).toList();
  }

  private static Event expiry(UUID buyer, Instant at) {
    return new Event.Expiry(UUID.randomUUID(), buyer, at);
  }

  private record LotState(UUID cause, long size, long used, long lost, @Nullable Instant end) {}

  private record State(Account.Totals totals, long net, List<LotState> lots) {}

  private static State state(Fold fold) {
    Account account = fold.account();
    return new State(
        account.totals(),
        account.balances().net(),
        account.lots().stream()
            .filter(lot -> lot.size() > 0)
            .map(
                lot ->
                    new LotState(
                        lot.causeId(), lot.size(), lot.used(), lot.expired(), lot.expiresAt()))
            .toList());
  }
}
