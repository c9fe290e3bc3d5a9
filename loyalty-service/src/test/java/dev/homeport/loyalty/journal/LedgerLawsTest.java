package dev.homeport.loyalty.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.loyalty.fact.Fact;
import dev.homeport.loyalty.ledger.Account;
import dev.homeport.loyalty.ledger.AccountKind;
import dev.homeport.loyalty.ledger.Balances;
import dev.homeport.loyalty.ledger.Entry;
import dev.homeport.loyalty.ledger.Lot;
import dev.homeport.loyalty.programme.Documents;
import dev.homeport.loyalty.programme.Versions;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Laws that hold for every history, whatever the floor; the seed is in each message. */
class LedgerLawsTest {
  private static final int HISTORIES = 3_000;
  private static final Versions CAPPED =
      Documents.versions(
          """
          {"key": "points", "currencies": {"EUR": {"earn": "1"}}, "rounding": "floor",
           "rules": [
             {"key": "base", "points": {"type": "rate"},
              "caps": [{"per": "month", "points": 150, "over": "truncate"}]},
             {"key": "again", "when": "member.orders > 0 && member.daysSinceOrder < 30",
              "points": {"type": "fixed", "points": "5"}}],
           "caps": [{"per": "week", "points": 140, "over": "reject"}],
           "overdraft": "50", "expiry": {"type": "rolling", "months": 12}}""");

  @ParameterizedTest
  @ValueSource(strings = {"none", "50", "unlimited"})
  void balancesAreTheSumsOfTheirEntriesAndStayAboveTheFloor(String floor) {
    Versions programme = programme(floor);
    for (long seed = 0; seed < HISTORIES; seed++) {
      var history = new RandomHistory(seed);
      Fold fold = fold(programme, history);
      var sums = new EnumMap<AccountKind, Long>(AccountKind.class);
      for (Fact fact : history.disordered()) {
        fold.apply(fact)
            .ifPresent(
                step -> {
                  for (Entry entry : entries(step)) {
                    sums.merge(entry.account(), entry.points(), Long::sum);
                  }
                });
        assertThat(fold.account().balances()).as("seed %d", seed).isEqualTo(balances(sums));
        assertThat(fold.account().balances().available())
            .as("seed %d", seed)
            .isGreaterThanOrEqualTo(programme.floor(Programmes.START).lowest());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "50", "unlimited"})
  void whatIsLeftOfTheLotsLessDebtsIsTheBalance(String floor) {
    Versions programme = programme(floor);
    for (long seed = 0; seed < HISTORIES; seed++) {
      var history = new RandomHistory(seed);
      Fold fold = fold(programme, history);
      for (Fact fact : history.disordered()) {
        fold.apply(fact);
        Account account = fold.account();
        long left = account.lots().stream().mapToLong(Lot::remaining).sum();
        long net = account.balances().net();
        assertThat(left).as("seed %d", seed).isEqualTo(Math.max(net, 0));
        assertThat(account.totals().net()).as("seed %d", seed).isEqualTo(net);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "50", "unlimited"})
  void duplicatesAndDisorderChangeNeitherBalancesNorLots(String floor) {
    Versions programme = programme(floor);
    for (long seed = 0; seed < HISTORIES; seed++) {
      var history = new RandomHistory(seed);
      Fold tidy = fold(programme, history);
      Fold untidy = fold(programme, history);
      history.inOrder().forEach(tidy::apply);
      history.disordered().forEach(untidy::apply);
      assertThat(state(untidy)).as("seed %d", seed).isEqualTo(state(tidy));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "50", "unlimited"})
  void lotEntriesAddUpToWhatIsLeftOfEachLot(String floor) {
    Versions programme = programme(floor);
    for (long seed = 0; seed < HISTORIES; seed++) {
      var history = new RandomHistory(seed);
      Fold fold = fold(programme, history);
      var sums = new HashMap<UUID, Long>();
      for (Fact fact : history.disordered()) {
        fold.apply(fact).ifPresent(step -> addLots(sums, step));
      }
      for (Lot lot : fold.account().lots()) {
        assertThat(sums.getOrDefault(lot.id(), 0L)).as("seed %d", seed).isEqualTo(lot.remaining());
      }
    }
  }

  /** Where a cap makes orders depend on each other, an event moves the lots of others too. */
  @Test
  void alsoWhereOrdersDependOnEachOther() {
    for (long seed = 0; seed < HISTORIES; seed++) {
      var history = new RandomHistory(seed);
      Fold tidy = fold(CAPPED, history);
      Fold untidy = fold(CAPPED, history);
      var sums = new HashMap<UUID, Long>();
      history.inOrder().forEach(tidy::apply);
      for (Fact fact : history.disordered()) {
        untidy.apply(fact).ifPresent(step -> addLots(sums, step));
      }
      assertThat(state(untidy)).as("seed %d", seed).isEqualTo(state(tidy));
      for (Lot lot : untidy.account().lots()) {
        assertThat(sums.getOrDefault(lot.id(), 0L)).as("seed %d", seed).isEqualTo(lot.remaining());
      }
    }
  }

  @Test
  void anOrderReturnedInFullMakesRoomForLaterOnesAgain() {
    for (long seed = 0; seed < HISTORIES; seed++) {
      var history = new RandomHistory(seed);
      Fold without = fold(CAPPED, history);
      history.inOrder().forEach(without::apply);
      Fold with = fold(CAPPED, history);
      UUID order = new UUID(seed, 99);
      Instant early = Programmes.START.plusSeconds(seed);
      with.apply(Facts.order(history.buyer(), order, 1, early, "paid", "321.09", "0"));
      history.inOrder().forEach(with::apply);
      with.apply(Facts.order(history.buyer(), order, 2, early, "paid", "321.09", "321.09"));
      assertThat(state(with)).as("seed %d", seed).isEqualTo(state(without));
    }
  }

  @Test
  void anOrderReturnedInFullLeavesNothing() {
    Versions programme = programme("none");
    for (long seed = 0; seed < HISTORIES; seed++) {
      var history = new RandomHistory(seed);
      Fold without = fold(programme, history);
      history.inOrder().forEach(without::apply);
      Fold with = fold(programme, history);
      UUID order = new UUID(seed, 99);
      with.apply(Facts.order(history.buyer(), order, 1, Facts.PLACED, "paid", "321.09", "0"));
      history.inOrder().forEach(with::apply);
      with.apply(Facts.order(history.buyer(), order, 2, Facts.PLACED, "paid", "321.09", "321.09"));
      assertThat(state(with)).as("seed %d", seed).isEqualTo(state(without));
    }
  }

  @Test
  void partialReturnsAddUp() {
    Versions programme = programme("none");
    UUID order = new UUID(5, 5);
    Fold inSteps = fold(programme, Facts.BUYER);
    List<String> returned = List.of("0", "0.99", "33.34", "66.67", "98.98");
    List<Long> left = List.of(99L, 98L, 65L, 32L, 0L);
    for (int step = 0; step < returned.size(); step++) {
      inSteps.apply(Facts.order(order, step + 1, "99.10", returned.get(step)));
      assertThat(inSteps.account().balances().available())
          .as("after %s", returned.get(step))
          .isEqualTo(left.get(step));
    }
  }

  @Test
  void aStateReadFromStorageGoesOnLikeTheOneThatWasWritten() {
    Versions programme = programme("50");
    for (long seed = 0; seed < HISTORIES; seed++) {
      var history = new RandomHistory(seed);
      Fold whole = fold(programme, history);
      var known = new HashMap<UUID, Fold.Posted>();
      Account stored = Account.empty(history.buyer());
      for (Fact fact : history.disordered()) {
        whole.apply(fact);
        Fold resumed =
            new Fold(
                programme,
                programme.floor(Programmes.START),
                new Fold.State(stored, known, List.of()),
                UUID::randomUUID);
        resumed
            .apply(fact)
            .ifPresent(
                step -> known.put(fact.id(), new Fold.Posted(fact.revision(), points(step), 1)));
        Account now = resumed.account();
        stored =
            new Account(
                now.identityId(),
                now.totals(),
                now.balances(),
                now.lots(),
                now.draws(),
                now.horizon());
      }
      assertThat(state(stored)).as("seed %d", seed).isEqualTo(state(whole));
    }
  }

  private static Versions programme(String floor) {
    return Programmes.expiring(floor, 12);
  }

  private static Fold fold(Versions programme, RandomHistory history) {
    return fold(programme, history.buyer());
  }

  private static Fold fold(Versions programme, UUID buyer) {
    return new Fold(
        programme, programme.floor(Programmes.START), Fold.State.empty(buyer), UUID::randomUUID);
  }

  private static List<Entry> entries(Step step) {
    return step.postings().stream().flatMap(posting -> posting.entries().stream()).toList();
  }

  private static long points(Step step) {
    return ((Step.Changed) step).booked().getFirst().rated().points();
  }

  private static Balances balances(Map<AccountKind, Long> sums) {
    return new Balances(
        sums.getOrDefault(AccountKind.PENDING, 0L),
        sums.getOrDefault(AccountKind.AVAILABLE, 0L),
        sums.getOrDefault(AccountKind.HELD, 0L),
        sums.getOrDefault(AccountKind.OWED, 0L));
  }

  private static void addLots(Map<UUID, Long> sums, Step step) {
    for (Entry entry : entries(step)) {
      if (entry.lotId() != null) {
        sums.merge(entry.lotId(), entry.points(), Long::sum);
      }
    }
  }

  private record LotState(
      UUID cause, String rule, long size, long used, @Nullable Instant expiresAt) {}

  private record State(Balances balances, Account.Totals totals, List<LotState> lots) {}

  private static State state(Fold fold) {
    return state(fold.account());
  }

  /** An emptied lot is as good as none. */
  private static State state(Account account) {
    return new State(
        account.balances(),
        account.totals(),
        account.lots().stream()
            .filter(lot -> lot.size() > 0)
            .map(
                lot ->
                    new LotState(
                        lot.causeId(), lot.rule(), lot.size(), lot.used(), lot.expiresAt()))
            .toList());
  }
}
