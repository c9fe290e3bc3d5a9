package dev.homeport.loyalty.rating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.loyalty.fact.Fact;
import dev.homeport.loyalty.fact.FreeReturnFact;
import dev.homeport.loyalty.fact.OrderFact;
import dev.homeport.loyalty.journal.OnlineRetail;
import dev.homeport.loyalty.programme.Documents;
import dev.homeport.loyalty.programme.Versions;
import dev.homeport.platform.event.EventJson;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Laws that hold for every programme and every member; the seed is in each message. */
class EngineLawsTest {
  private static final int MEMBERS = 1_000;
  private static final Instant MERGED = Documents.START.plus(Duration.ofDays(120));
  private static final Together MERGED_LATER =
      (identity, at) ->
          at.isBefore(MERGED) ? Set.of(identity) : Set.of(new UUID(11, 0), new UUID(11, 1));

  /** 50,000 ratings, awards and refusals, each computed again from the JSON of its explanation. */
  @Test
  void everyResultFollowsFromItsExplanationAlone() {
    var reasons = new EnumMap<Reason, Integer>(Reason.class);
    long ratings = 0;
    for (long seed = 0; ratings < 50_000; seed++) {
      Versions versions = RandomProgramme.of(seed % 1_000);
      for (Rated rated : Engine.rate(versions, new RandomMember(seed).facts(), together(seed))) {
        try {
          ExplanationChecker.check(EventJson.tree(EventJson.write(rated.explanation())));
        } catch (AssertionError e) {
          throw new AssertionError("seed " + seed + " " + rated.explanation(), e);
        }
        rated.explanation().rules().forEach(rule -> reasons.merge(rule.reason(), 1, Integer::sum));
        reasons.merge(rated.explanation().reason(), 1, Integer::sum);
        ratings++;
      }
    }
    assertThat(reasons.keySet()).isEqualTo(EnumSet.allOf(Reason.class));
  }

  @Test
  void theOrderInWhichFactsAreHeldChangesNothing() {
    for (long seed = 0; seed < MEMBERS; seed++) {
      Versions versions = RandomProgramme.of(seed);
      var facts = new ArrayList<>(new RandomMember(seed).facts());
      List<Rated> tidy = Engine.rate(versions, facts, together(seed));
      Collections.shuffle(facts, new Random(seed));
      assertThat(Engine.rate(versions, facts, together(seed))).as("seed %d", seed).isEqualTo(tidy);
    }
  }

  @Test
  void anOrderReturnedInFullIsAsIfItHadNeverBeen() {
    for (long seed = 0; seed < MEMBERS; seed++) {
      Versions versions = RandomProgramme.of(seed);
      var member = new RandomMember(seed);
      List<Fact> facts = member.facts();
      OrderFact order = member.order();
      if (order.total().signum() > 0) {
        var with = new ArrayList<>(facts);
        with.add(RandomMember.whollyReturned(order));
        Map<UUID, Rated> after = byFact(Engine.rate(versions, with, together(seed)));
        assertThat(after.remove(order.id()).points()).as("seed %d", seed).isZero();
        assertThat(after)
            .as("seed %d", seed)
            .isEqualTo(byFact(Engine.rate(versions, facts, together(seed))));
      }
    }
  }

  /** Where later orders are not to be rated again, whatever comes back is its own matter. */
  @Test
  void anOrderThatComesBackChangesNoOtherWhereThatIsNotWanted() {
    for (long seed = 0; seed < MEMBERS; seed++) {
      Versions versions = RandomProgramme.withoutRerating(seed);
      var member = new RandomMember(seed);
      OrderFact order = member.order();
      var before = new ArrayList<>(member.facts());
      before.add(order);
      var after = new ArrayList<>(member.facts());
      after.add(
          seed % 2 == 0
              ? RandomMember.whollyReturned(order)
              : RandomMember.returned(order, new Random(seed)));
      Map<UUID, Rated> others = byFact(Engine.rate(versions, after, together(seed)));
      Map<UUID, Rated> expected = byFact(Engine.rate(versions, before, together(seed)));
      others.remove(order.id());
      expected.remove(order.id());
      assertThat(others).as("seed %d", seed).isEqualTo(expected);
    }
  }

  /** What is later has no say in what was before. */
  @Test
  void cuttingTheHistoryShortChangesNothingBefore() {
    for (long seed = 0; seed < MEMBERS; seed++) {
      Versions versions = RandomProgramme.of(seed);
      List<Rated> all = Engine.rate(versions, new RandomMember(seed).facts(), together(seed));
      int cut = new Random(seed).nextInt(all.size() + 1);
      List<Fact> early = all.subList(0, cut).stream().map(Rated::fact).toList();
      assertThat(Engine.rate(versions, early, together(seed)))
          .as("seed %d", seed)
          .isEqualTo(all.subList(0, cut));
    }
  }

  /** A merge rates nothing of before again, and one that was reversed never was. */
  @Test
  void aMergeChangesNoAwardOfBefore() {
    for (long seed = 0; seed < MEMBERS; seed++) {
      Versions versions = RandomProgramme.of(seed);
      List<Fact> facts = new RandomMember(seed).facts();
      List<Rated> merged = Engine.rate(versions, facts, MERGED_LATER);
      List<Rated> never = Engine.rate(versions, facts, Together.ALONE);
      for (int i = 0; i < merged.size(); i++) {
        if (merged.get(i).fact().occurredAt().isBefore(MERGED)) {
          assertThat(merged.get(i)).as("seed %d", seed).isEqualTo(never.get(i));
        }
      }
    }
  }

  @Test
  void awardsAreThePointsOfTheRules() {
    for (long seed = 0; seed < MEMBERS; seed++) {
      for (Rated rated :
          Engine.rate(RandomProgramme.of(seed), new RandomMember(seed).facts(), together(seed))) {
        if (!(rated.fact() instanceof FreeReturnFact)) {
          assertThat(rated.awards().stream().mapToLong(Award::points).sum())
              .as("seed %d", seed)
              .isEqualTo(rated.points());
          assertThat(rated.awards()).allMatch(award -> award.points() > 0);
        } else {
          assertThat(rated.points()).isNotPositive();
        }
      }
    }
  }

  /** The published figures of one point per pound over a real year. */
  @Test
  void aYearOfOrdersEarnsAndLosesWhatIsPublished() {
    Versions versions = Documents.versions(Documents.starter());
    long earned = 0;
    long clawed = 0;
    var balances = new HashMap<UUID, Long>();
    var lowest = new HashMap<UUID, Long>();
    List<Fact> facts = OnlineRetail.facts();
    Map<UUID, Rated> ratings = byFact(Engine.rate(versions, facts, Together.ALONE));
    for (Fact fact : facts) {
      Rated rated = ratings.get(fact.id());
      earned += Math.max(0, rated.points());
      clawed -= Math.min(0, rated.points());
      UUID buyer = rated.fact().identityId();
      lowest.merge(buyer, balances.merge(buyer, rated.points(), Long::sum), Math::min);
    }
    assertThat(earned).isEqualTo(8_902_670);
    assertThat(clawed).isEqualTo(609_431);
    assertThat(lowest.values()).filteredOn(balance -> balance < 0).hasSize(185);
    assertThat(Collections.min(lowest.values())).isEqualTo(-4_287);
  }

  private static Together together(long seed) {
    return seed % 2 == 0 ? Together.ALONE : MERGED_LATER;
  }

  private static Map<UUID, Rated> byFact(List<Rated> ratings) {
    var all = new HashMap<UUID, Rated>();
    ratings.forEach(rated -> all.put(rated.fact().id(), rated));
    return all;
  }
}
