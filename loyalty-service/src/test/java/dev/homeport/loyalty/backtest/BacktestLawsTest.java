package dev.homeport.loyalty.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.loyalty.fact.Fact;
import dev.homeport.loyalty.journal.Event;
import dev.homeport.loyalty.journal.Fold;
import dev.homeport.loyalty.journal.Programmes;
import dev.homeport.loyalty.journal.RandomHistory;
import dev.homeport.loyalty.ledger.Account;
import dev.homeport.loyalty.programme.Documents;
import dev.homeport.loyalty.programme.Versions;
import dev.homeport.loyalty.rating.Together;
import dev.homeport.platform.event.EventJson;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a backtest gives, on random histories; the seed is in each message. */
class BacktestLawsTest {
  private static final int HISTORIES = 400;
  private static final Instant NOW = LiveLedger.BEGIN.plus(Duration.ofDays(1));
  private static final Currency EUR = Currency.getInstance("EUR");

  /** Programmes that differ in what orders have to do with each other and when points move. */
  enum Kind {
    PLAIN(Programmes.document("50", "{\"type\": \"never\"}")),
    EXPIRING(Programmes.document("50", "{\"type\": \"rolling\", \"months\": 3}")),
    WAITING(
        Programmes.document("none", "{\"type\": \"rolling\", \"months\": 3}")
            .replace(
                "\"rules\"", "\"usable\": {\"type\": \"after-order\", \"days\": 20}, \"rules\"")),
    INACTIVE(Programmes.document("50", "{\"type\": \"inactivity\", \"months\": 3}")),
    REMEMBERING(Programmes.REMEMBERING);

    private final Versions versions;

    Kind(String document) {
      versions = Documents.versions(document);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theProgrammeAsItRanGivesTheRowsOfTheLedger(Kind kind) {
    long entries = 0;
    for (long seed = 0; seed < HISTORIES; seed++) {
      LiveLedger live = live(kind, seed);
      var scenario = Scenario.asItRan(kind.versions, Instant.EPOCH, null, NOW);
      Rows tried = Rows.of(live.journal(), scenario);

      assertThat(tried.entries()).as("seed %d", seed).isEqualTo(live.rows().entries());
      assertThat(tried.states()).as("seed %d", seed).isEqualTo(live.states());
      entries += tried.entries().size();
    }
    assertThat(entries).isGreaterThan(HISTORIES);
  }

  /** Approved when everything had happened: the whole history is rated at once, by its job. */
  @ParameterizedTest
  @EnumSource
  void aProgrammeThatWasApprovedLaterGivesTheRowsOfItsJob(Kind kind) {
    for (long seed = 0; seed < HISTORIES; seed++) {
      var history = new RandomHistory(seed);
      var journal = new ArrayList<Journalled>();
      var known = new ArrayList<Fact>();
      for (Fact fact : history.inOrder()) {
        journal.add(new Journalled(new Event.Happened(fact), LiveLedger.BEGIN));
        known.removeIf(one -> one.id().equals(fact.id()));
        known.add(fact);
      }
      var approval =
          new Event.NewVersion(new UUID(1, 1), history.buyer(), Documents.START, "points", 1);
      Instant approvedAt = LiveLedger.BEGIN.plusSeconds(10);
      journal.add(new Journalled(approval, approvedAt));
      var fold =
          new Fold(
              kind.versions,
              kind.versions.floor(NOW),
              new Fold.State(Account.empty(history.buyer()), Map.of(), known),
              UUID::randomUUID);
      var live = new Rows();
      fold.apply(approval).ifPresent(step -> live.add(1, approval.effectiveAt(), step));
      Rows tried =
          Rows.of(
              member(history.buyer(), journal),
              Scenario.asItRan(kind.versions, approvedAt, null, NOW));

      assertThat(tried.sortedEntries()).as("seed %d", seed).isEqualTo(live.sortedEntries());
      assertThat(tried.ratings()).as("seed %d", seed).isEqualTo(live.ratings());
    }
  }

  /** Whatever the order in which things came, as if they had come in the order of time. */
  @ParameterizedTest
  @EnumSource
  void theOrderOfTimeGivesTheSameLotsBalancesAndRatings(Kind kind) {
    for (long seed = 0; seed < HISTORIES; seed++) {
      LiveLedger live = live(kind, seed);
      live.passAll();
      Rows tried = Rows.of(live.journal(), Scenario.asIf(kind.versions, null, NOW));
      assertThat(tried.states()).as("seed %d", seed).isEqualTo(live.states());
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatHappensLaterChangesNothingBefore(Kind kind) {
    for (long seed = 0; seed < HISTORIES; seed++) {
      MemberJournal journal = live(kind, seed).journal();
      Instant until = Documents.START.plus(Duration.ofHours(new Random(seed).nextInt(12_000)));
      List<Rows.At> whole =
          Rows.of(journal, Scenario.asIf(kind.versions, null, NOW)).entries().stream()
              .filter(entry -> entry.at().isBefore(until))
              .toList();
      List<Rows.At> part = Rows.of(journal, Scenario.asIf(kind.versions, until, NOW)).entries();
      assertThat(part).as("seed %d until %s", seed, until).isEqualTo(whole);
    }
  }

  /** Months, tiers and all, of many members together. */
  @ParameterizedTest
  @EnumSource
  void whatHappensLaterChangesNoMonthBefore(Kind kind) {
    List<MemberJournal> members = members(kind);
    BacktestResult whole = result(trial(kind, null, null), members);
    BacktestResult part = result(trial(kind, null, Instant.parse("2011-06-01T00:00:00Z")), members);

    List<BacktestResult.Month> months = part.tried().months();
    assertThat(months.getLast().month()).isEqualTo("2011-05");
    assertThat(months).isEqualTo(whole.tried().months().subList(0, months.size()));
  }

  /** Also when what there is so far was written down and read again, as between steps of a job. */
  @ParameterizedTest
  @EnumSource
  void figuresOfSomeAndOfOthersAddUpToThoseOfAll(Kind kind) {
    List<MemberJournal> members = members(kind);
    Trial trial = trial(kind, null, null);
    var together = Trial.Outcome.none(true);
    for (int at = 0; at < members.size(); at += 7) {
      List<MemberJournal> some = members.subList(at, Math.min(members.size(), at + 7));
      String written = EventJson.write(together.plus(trial.on(some)));
      together = EventJson.read(written, Trial.Outcome.class);
    }
    assertThat(BacktestResult.of(trial, together, EUR)).isEqualTo(result(trial, members));
  }

  /** What is outstanding is what was issued less all that went, month by month and in all. */
  @ParameterizedTest
  @EnumSource
  void pointsNeitherAppearNorVanish(Kind kind) {
    BacktestResult result = result(trial(kind, null, null), members(kind));
    long balance = 0;
    for (BacktestResult.Month month : result.tried().months()) {
      Sums sums = month.sums();
      balance += sums.issued() - sums.clawedBack() - sums.used() - sums.expired();
      assertThat(sums.outstanding() - sums.overdrawn()).as(month.month()).isEqualTo(balance);
      long tiers = month.tiers().values().stream().mapToLong(Long::longValue).sum();
      assertThat(tiers).as(month.month()).isBetween(0L, result.members());
    }
    Sums total = result.tried().total();
    assertThat(total.outstanding() - total.overdrawn()).isEqualTo(balance);
    assertThat(result.comparison()).isNotNull();
    assertThat(result.comparison().same()).isEqualTo(result.members());
  }

  /** The past of a period is rated by the version of its time, and not told. */
  @ParameterizedTest
  @EnumSource
  void aPeriodBeginsWithWhatIsLeftOfBefore(Kind kind) {
    Instant from = Instant.parse("2011-06-01T00:00:00Z");
    List<MemberJournal> members = members(kind);
    BacktestResult whole = result(trial(kind, null, null), members);
    BacktestResult part = result(trial(kind, from, null), members);
    List<BacktestResult.Month> months = whole.tried().months();
    assertThat(part.tried().months()).isEqualTo(months.subList(6, months.size()));
    assertThat(part.tried().total().outstanding()).isEqualTo(whole.tried().total().outstanding());
  }

  private static Trial trial(Kind kind, Instant from, Instant until) {
    Versions tried =
        Scenario.inForce(
            kind.versions, 1, kind.versions.all().getFirst().document(), ZoneOffset.UTC, from);
    return new Trial(
        Scenario.asIf(tried, until, NOW),
        Scenario.asIf(kind.versions, until, NOW),
        from,
        ZoneId.of("UTC"));
  }

  private static BacktestResult result(Trial trial, List<MemberJournal> members) {
    return BacktestResult.of(trial, trial.on(members), EUR);
  }

  private static List<MemberJournal> members(Kind kind) {
    var members = new ArrayList<MemberJournal>();
    for (long seed = 0; seed < HISTORIES / 4; seed++) {
      members.add(live(kind, seed).journal());
    }
    return members;
  }

  private static MemberJournal member(UUID buyer, List<Journalled> journal) {
    return new MemberJournal(buyer, Map.of(buyer, journal), Together.ALONE);
  }

  private static LiveLedger live(Kind kind, long seed) {
    var history = new RandomHistory(seed);
    var live = new LiveLedger(kind.versions, history.buyer());
    LiveLedger.events(history, new Random(seed)).forEach(live::take);
    return live;
  }
}
