package dev.homeport.loyalty.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.loyalty.fact.Fact;
import dev.homeport.loyalty.ledger.Account;
import dev.homeport.loyalty.ledger.AccountKind;
import dev.homeport.loyalty.ledger.Balances;
import dev.homeport.loyalty.programme.Documents;
import dev.homeport.loyalty.programme.OverdraftFloor;
import dev.homeport.loyalty.programme.Versions;
import dev.homeport.loyalty.rating.Mapping;
import dev.homeport.loyalty.rating.Memberships;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What merges and their reversals do where rules remember; the seed is in each message. */
class MemberLawsTest {
  private static final int MEMBERS = 1_000;
  private static final int IDENTITIES = 3;

  /** Caps, conditions and tiers: whatever remembers. */
  private static final Versions REMEMBERING =
      Documents.versions(Programmes.START, ZoneOffset.UTC, Programmes.REMEMBERING);

  @Test
  void theOrderInWhichFactsAndMovesComeChangesNothing() {
    for (long seed = 0; seed < MEMBERS; seed++) {
      var random = new Random(seed);
      List<RandomHistory> histories = histories(seed);
      List<Mapping> moves = moves(random, histories);
      var tidy = new Member(histories);
      moves.forEach(tidy::move);
      histories.forEach(history -> history.inOrder().forEach(tidy::take));
      var untidy = new Member(histories);
      steps(untidy, histories, moves, random).forEach(Runnable::run);

      assertThat(untidy.points()).as("seed %d", seed).isEqualTo(tidy.points());
    }
  }

  @Test
  void aMergeThatIsReversedLeavesNothing() {
    long moved = 0;
    for (long seed = 0; seed < MEMBERS; seed++) {
      var random = new Random(seed);
      List<RandomHistory> histories = histories(seed);
      var never = new Member(histories);
      histories.forEach(history -> history.inOrder().forEach(never::take));
      var moves = moves(random, histories);
      var merged = new Member(histories);
      steps(merged, histories, moves, random).forEach(Runnable::run);
      moved += merged.points().equals(never.points()) ? 0 : 1;
      for (RandomHistory history : histories) {
        Instant later = Programmes.START.plus(Duration.ofDays(2_000));
        merged.move(new Mapping(history.buyer(), history.buyer(), later));
      }
      assertThat(merged.points()).as("seed %d", seed).isEqualTo(never.points());
    }
    assertThat(moved).as("members whose merges changed awards").isGreaterThan(MEMBERS / 10);
  }

  /** What was placed before a merge stays as it was rated; what a merge changes is told. */
  @Test
  void aMergeRatesNothingOfBeforeAgain() {
    for (long seed = 0; seed < MEMBERS; seed++) {
      var random = new Random(seed);
      List<RandomHistory> histories = histories(seed);
      var member = new Member(histories);
      histories.forEach(history -> history.inOrder().forEach(member::take));
      UUID survivor = histories.getFirst().buyer();
      Instant at = moment(random);
      for (RandomHistory history : histories) {
        for (Fact changed : member.move(new Mapping(history.buyer(), survivor, at))) {
          assertThat(changed.occurredAt()).as("seed %d", seed).isAfterOrEqualTo(at);
        }
      }
    }
  }

  @Test
  void balancesAreTheSumsOfTheirEntries() {
    for (long seed = 0; seed < MEMBERS; seed++) {
      var random = new Random(seed);
      List<RandomHistory> histories = histories(seed);
      var member = new Member(histories);
      steps(member, histories, moves(random, histories), random).forEach(Runnable::run);
      for (RandomHistory history : histories) {
        Balances balances = member.fold.account(history.buyer()).balances();
        assertThat(member.sum(history.buyer(), AccountKind.AVAILABLE))
            .as("seed %d", seed)
            .isEqualTo(balances.available());
        assertThat(member.sum(history.buyer(), AccountKind.OWED))
            .as("seed %d", seed)
            .isEqualTo(balances.owed());
      }
    }
  }

  private static List<Runnable> steps(
      Member member, List<RandomHistory> histories, List<Mapping> moves, Random random) {
    var steps = new ArrayList<Runnable>();
    for (RandomHistory history : histories) {
      history.disordered().forEach(fact -> steps.add(() -> member.take(fact)));
    }
    moves.forEach(move -> steps.add(() -> member.move(move)));
    Collections.shuffle(steps, random);
    return steps;
  }

  private static List<RandomHistory> histories(long seed) {
    return LongStream.range(seed * 10, seed * 10 + IDENTITIES)
        .mapToObj(RandomHistory::new)
        .toList();
  }

  /** Each comes to others a few times, and may come home in between. */
  private static List<Mapping> moves(Random random, List<RandomHistory> histories) {
    var moves = new ArrayList<Mapping>();
    for (RandomHistory history : histories) {
      for (int i = random.nextInt(4); i > 0; i--) {
        UUID customer = histories.get(random.nextInt(IDENTITIES)).buyer();
        moves.add(new Mapping(history.buyer(), customer, moment(random)));
      }
    }
    return moves;
  }

  private static Instant moment(Random random) {
    return Programmes.START.plus(Duration.ofSeconds(random.nextInt(12_000 * 3_600)));
  }

  /** Some identities, their accounts, and what has been told of whose they are. */
  private static final class Member {
    private final List<UUID> identities;
    private final List<Mapping> told = new ArrayList<>();
    private final Map<UUID, Map<AccountKind, Long>> sums = new HashMap<>();
    private final Fold fold;

    Member(List<RandomHistory> histories) {
      identities = histories.stream().map(RandomHistory::buyer).toList();
      fold =
          new Fold(
              REMEMBERING,
              new OverdraftFloor.Limit(50),
              identities.stream().map(Fold.State::empty).toList(),
              new Memberships(identities, List.of()),
              UUID::randomUUID);
    }

    void take(Fact fact) {
      fold.apply(fact).ifPresent(this::add);
    }

    /** Says which facts deserve something else because of it. */
    Set<Fact> move(Mapping mapping) {
      told.add(mapping);
      var changed = new HashSet<Fact>();
      fold.regroup(new Memberships(identities, told))
          .ifPresent(
              step -> {
                add(step);
                ((Step.Changed) step).booked().forEach(each -> changed.add(each.rated().fact()));
              });
      return changed;
    }

    private void add(Step step) {
      step.byIdentity()
          .forEach(
              (identity, part) ->
                  part.postings().stream()
                      .flatMap(posting -> posting.entries().stream())
                      .forEach(
                          entry ->
                              sums.computeIfAbsent(identity, _ -> new HashMap<>())
                                  .merge(entry.account(), entry.points(), Long::sum)));
    }

    long sum(UUID identity, AccountKind kind) {
      return sums.getOrDefault(identity, Map.of()).getOrDefault(kind, 0L);
    }

    /** All that must come out the same. */
    List<String> points() {
      var points = new ArrayList<String>();
      for (UUID identity : identities) {
        Account account = fold.account(identity);
        points.add(identity + " " + account.totals() + " " + account.balances());
        account.lots().stream()
            .filter(lot -> lot.size() > 0)
            .map(
                lot ->
                    "%s %s %d/%d-%d %s"
                        .formatted(
                            lot.causeId(),
                            lot.rule(),
                            lot.used(),
                            lot.size(),
                            lot.expired(),
                            lot.expiresAt()))
            .forEach(points::add);
      }
      return points;
    }
  }
}
