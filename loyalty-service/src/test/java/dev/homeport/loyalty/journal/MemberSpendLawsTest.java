package dev.homeport.loyalty.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.loyalty.fact.Fact;
import dev.homeport.loyalty.ledger.Account;
import dev.homeport.loyalty.ledger.Draw;
import dev.homeport.loyalty.ledger.Lot;
import dev.homeport.loyalty.ledger.Spread;
import dev.homeport.loyalty.programme.OverdraftFloor;
import dev.homeport.loyalty.rating.Mapping;
import dev.homeport.loyalty.rating.Memberships;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What several identities of a member spend together; the seed is in each message. */
class MemberSpendLawsTest {
  private static final int MEMBERS = 1_000;
  private static final int IDENTITIES = 3;
  private static final Instant END = Programmes.START.plus(Duration.ofDays(1_000));

  @Test
  void aSpendTakesWhatAllHaveAndNeverMore() {
    long across = 0;
    for (long seed = 0; seed < MEMBERS; seed++) {
      var random = new Random(seed);
      var member = new Member(histories(seed));
      UUID survivor = member.identities.getFirst();
      Instant merged = Programmes.START.minus(Duration.ofDays(100));
      member.identities.forEach(one -> member.move(new Mapping(one, survivor, merged)));
      for (Fact fact : facts(histories(seed), random)) {
        member.take(fact);
        long before = member.net();
        long points = 1 + random.nextInt(150);
        boolean enough = member.spend(member.any(random), END, points);
        assertThat(enough).as("seed %d", seed).isEqualTo(points <= before);
        assertThat(member.net()).as("seed %d", seed).isEqualTo(enough ? before - points : before);
      }
      across += member.acrossIdentities();
    }
    assertThat(across).as("spends of several identities' points").isGreaterThan(MEMBERS / 2);
  }

  @Test
  void theLotsThatExpireSoonestGoFirstWhoseverTheyAre() {
    for (long seed = 0; seed < MEMBERS; seed++) {
      var random = new Random(seed);
      var member = new Member(histories(seed));
      facts(histories(seed), random).forEach(member::take);
      List<Account> accounts = member.accounts();
      if (accounts.stream().anyMatch(account -> account.balances().net() < 0)) {
        continue;
      }
      long all = member.net();
      if (all == 0) {
        continue;
      }
      long points = 1 + random.nextInt(Math.toIntExact(all));
      Map<UUID, Long> parts = ((Spread.Enough) Spread.of(accounts, points)).parts();

      assertThat(parts.values().stream().mapToLong(part -> part).sum()).isEqualTo(points);
      Instant latest = Instant.MIN;
      Instant soonestLeft = Instant.MAX;
      for (Account account : accounts) {
        long rest = parts.getOrDefault(account.identityId(), 0L);
        for (Lot lot : account.lots()) {
          long taken = Math.min(rest, lot.remaining());
          rest -= taken;
          Instant end = Objects.requireNonNull(lot.expiresAt());
          if (taken > 0 && end.isAfter(latest)) {
            latest = end;
          }
          if (taken < lot.remaining() && end.isBefore(soonestLeft)) {
            soonestLeft = end;
          }
        }
      }
      assertThat(latest).as("seed %d", seed).isBeforeOrEqualTo(soonestLeft);
    }
  }

  /** Whoever spent the points of others bears it alone, and they have theirs again. */
  @Test
  void afterAMergeThatIsReversedEachHasSpentWhatItSpent() {
    long across = 0;
    for (long seed = 0; seed < MEMBERS; seed++) {
      var random = new Random(seed);
      var merged = new Member(histories(seed));
      var never = new Member(histories(seed));
      UUID survivor = merged.identities.getFirst();
      List<Fact> facts = facts(histories(seed), random);
      for (Fact fact : facts) {
        merged.take(fact);
        never.take(fact);
        UUID one = merged.any(random);
        switch (random.nextInt(4)) {
          case 0 -> merged.move(new Mapping(one, survivor, moment(random)));
          case 1 -> merged.move(new Mapping(one, one, moment(random)));
          default -> {
            Instant at = moment(random);
            if (merged.spend(one, at, 1 + random.nextInt(120))) {
              never.apply(merged.whole(merged.last));
            }
          }
        }
      }
      across += merged.acrossIdentities();
      merged.identities.forEach(one -> merged.move(new Mapping(one, one, END)));
      assertThat(merged.points()).as("seed %d", seed).isEqualTo(never.points());
    }
    assertThat(across).as("spends of several identities' points").isGreaterThan(MEMBERS / 10);
  }

  private static List<Fact> facts(List<RandomHistory> histories, Random random) {
    var facts = new ArrayList<Fact>();
    histories.forEach(history -> facts.addAll(history.disordered()));
    Collections.shuffle(facts, random);
    return facts;
  }

  private static List<RandomHistory> histories(long seed) {
    return LongStream.range(seed * 10, seed * 10 + IDENTITIES)
        .mapToObj(RandomHistory::new)
        .toList();
  }

  private static Instant moment(Random random) {
    return Programmes.START.plus(Duration.ofSeconds(random.nextInt(12_000 * 3_600)));
  }

  private static final class Member {
    private final List<UUID> identities;
    private final List<Mapping> told = new ArrayList<>();
    private final Map<UUID, Map<UUID, Event.Spent>> spends = new LinkedHashMap<>();
    private final Fold fold;
    private Memberships together;
    private UUID last = new UUID(0, 0);

    Member(List<RandomHistory> histories) {
      identities = histories.stream().map(RandomHistory::buyer).toList();
      together = new Memberships(identities, List.of());
      fold =
          new Fold(
              Programmes.expiring("50", 12),
              new OverdraftFloor.Limit(50),
              identities.stream().map(Fold.State::empty).toList(),
              together,
              UUID::randomUUID);
    }

    void take(Fact fact) {
      fold.apply(fact);
    }

    UUID any(Random random) {
      return identities.get(random.nextInt(identities.size()));
    }

    boolean spend(UUID spender, Instant at, long points) {
      Set<UUID> who = together.at(spender, at);
      List<Account> accounts = who.stream().map(fold::account).toList();
      if (!(Spread.of(accounts, points) instanceof Spread.Enough enough)) {
        return false;
      }
      UUID id = UUID.randomUUID();
      last = id;
      enough.parts().forEach((identity, part) -> apply(event(id, spender, identity, at, part)));
      return true;
    }

    void apply(Event.Spent spent) {
      fold.apply(spent);
      spends.computeIfAbsent(spent.id(), _ -> new HashMap<>()).put(spent.identityId(), spent);
    }

    /** The spend, as it is when the spender has nobody else. */
    Event.Spent whole(UUID spend) {
      Collection<Event.Spent> parts = Objects.requireNonNull(spends.get(spend)).values();
      Event.Spent any = parts.iterator().next();
      long points = parts.stream().mapToLong(Event.Spent::points).sum();
      return any.of(any.spenderId(), points, any.at());
    }

    void move(Mapping mapping) {
      told.add(mapping);
      together = new Memberships(identities, told);
      fold.regroup(together);
      List<Event.Spent> parts =
          spends.values().stream()
              .flatMap(spend -> spend.values().stream())
              .filter(part -> part.points() > 0)
              .toList();
      Bearers.change(parts, together, mapping.since()).forEach(this::apply);
    }

    long acrossIdentities() {
      return spends.values().stream().filter(parts -> parts.size() > 1).count();
    }

    List<Account> accounts() {
      return identities.stream().map(fold::account).toList();
    }

    long net() {
      return accounts().stream().mapToLong(account -> account.balances().net()).sum();
    }

    List<String> points() {
      var points = new ArrayList<String>();
      for (Account account : accounts()) {
        points.add(account.totals() + " " + account.balances());
        account.lots().stream()
            .filter(lot -> lot.size() > 0)
            .map(lot -> "%s %d/%d".formatted(lot.causeId(), lot.used(), lot.size()))
            .forEach(points::add);
      }
      return points;
    }

    private static Event.Spent event(
        UUID id, UUID spender, UUID identity, Instant at, long points) {
      return new Event.Spent(id, 1, identity, spender, "points", at, at, Draw.Use.REDEEMED, points);
    }
  }
}
