package dev.homeport.loyalty.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.loyalty.fact.Fact;
import dev.homeport.loyalty.fact.OrderFact;
import dev.homeport.loyalty.ledger.Account;
import dev.homeport.loyalty.ledger.Draw;
import dev.homeport.loyalty.ledger.Spread;
import dev.homeport.loyalty.programme.OverdraftFloor;
import dev.homeport.loyalty.rating.Together;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Orders that are paid with points, and what comes back of them. */
class OrderSpendLawsTest {
  private static final int MEMBERS = 400;
  private static final UUID ORDER = new UUID(99, 1);
  private static final UUID SPEND = new UUID(99, 2);
  private static final Instant PAID_AT = Programmes.START.plus(Duration.ofDays(400));

  /** Whatever comes back in whichever steps, and whatever of it is reversed in between. */
  @Test
  void anOrderThatIsPaidWithPointsAndComesBackWasNeverThere() {
    long paid = 0;
    for (long seed = 0; seed < MEMBERS; seed++) {
      var random = new Random(seed);
      var member = new Member(seed);
      var never = new Member(seed);
      if (!member.pay(random)) {
        continue;
      }
      paid++;
      int total = 1 + random.nextInt(9_000);
      member.order(total, 0, "paid");
      for (int step = random.nextInt(5); step > 0; step--) {
        member.order(total, random.nextInt(total), "paid");
        if (random.nextInt(3) == 0) {
          Duration days = Duration.ofDays(random.nextInt(300));
          member.pass(PAID_AT.plus(days));
          never.pass(PAID_AT.plus(days));
        }
      }
      boolean cancelled = random.nextBoolean();
      member.order(total, cancelled ? 0 : total, cancelled ? "cancelled" : "paid");
      assertThat(member.points()).as("seed %d", seed).isEqualTo(never.points());
    }
    assertThat(paid).isGreaterThan(MEMBERS / 4);
  }

  @Test
  void theShareThatCameBackGivesBackTheShareOfThePoints() {
    for (long seed = 0; seed < MEMBERS; seed++) {
      var random = new Random(seed);
      var member = new Member(seed);
      if (!member.pay(random)) {
        continue;
      }
      int total = 1 + random.nextInt(9_000);
      int returned = 0;
      while (returned < total) {
        returned = Math.min(total, returned + 1 + random.nextInt(total));
        member.order(total, returned, "paid");
        assertThat(member.redeemed())
            .as("seed %d", seed)
            .isEqualTo(member.spent - member.spent * returned / total);
      }
      assertThat(member.redeemed()).isZero();
    }
  }

  @Test
  void aReturnThatIsReversedNeverWas() {
    for (long seed = 0; seed < MEMBERS; seed++) {
      var random = new Random(seed);
      var member = new Member(seed, 1);
      if (!member.pay(random)) {
        continue;
      }
      member.order(1_000, 0, "paid");
      List<String> before = member.points();
      member.order(1_000, 1 + random.nextInt(1_000), "paid");
      member.order(1_000, 0, "paid");
      assertThat(member.points()).as("seed %d", seed).isEqualTo(before);
    }
  }

  @Test
  void whatHadComeBackBeforeIsNoShareOfWhatIsPaidLater() {
    var spend = new OrderSpend(SPEND, ORDER, 90, 0, new BigDecimal("40"), 3);
    assertThat(spend.backBy(order(100, 40, "paid", 3))).isZero();
    assertThat(spend.backBy(order(100, 20, "paid", 4))).isZero();
    assertThat(spend.backBy(order(100, 60, "paid", 5))).isEqualTo(30);
    assertThat(spend.backBy(order(100, 100, "paid", 6))).isEqualTo(90);
    assertThat(spend.backBy(order(100, 0, "cancelled", 7))).isEqualTo(90);
  }

  private static OrderFact order(int total, int returned, String status, long revision) {
    return Facts.order(new UUID(0, 7), ORDER, revision, PAID_AT, status, "" + total, "" + returned);
  }

  /** Identities that are one member, of whom the first pays. */
  private static final class Member {
    private final List<UUID> identities = new ArrayList<>();
    private final Map<UUID, Event.Spent> parts = new HashMap<>();
    private final Fold fold;
    private long spent;
    private long back;
    private long revision;
    private long ids;

    Member(long seed) {
      this(seed, 3);
    }

    Member(long seed, int count) {
      var facts = new ArrayList<Fact>();
      for (long i = 0; i < count; i++) {
        var history = new RandomHistory(seed * 10 + i);
        identities.add(history.buyer());
        facts.addAll(history.inOrder());
      }
      Set<UUID> all = Set.copyOf(identities);
      Together together = (_, _) -> all;
      fold =
          new Fold(
              Programmes.expiring("50", 14),
              new OverdraftFloor.Limit(50),
              identities.stream().map(Fold.State::empty).toList(),
              together,
              () -> new UUID(1, ++ids));
      Collections.shuffle(facts, new Random(seed));
      facts.forEach(fold::apply);
      pass(PAID_AT);
    }

    void pass(Instant to) {
      identities.forEach(one -> fold.apply(new Event.Expiry(UUID.randomUUID(), one, to)));
    }

    /** Says whether there are points. */
    boolean pay(Random random) {
      List<Account> accounts = identities.stream().map(fold::account).toList();
      long most = accounts.stream().mapToLong(account -> account.balances().net()).sum();
      if (most < 1) {
        return false;
      }
      spent = 1 + random.nextInt(Math.toIntExact(most));
      ((Spread.Enough) Spread.of(accounts, spent))
          .parts()
          .forEach((identity, points) -> take(part(identity, points)));
      return true;
    }

    private Event.Spent part(UUID identity, long points) {
      return new Event.Spent(
          SPEND,
          1,
          identity,
          identities.getFirst(),
          "points",
          PAID_AT,
          PAID_AT,
          Draw.Use.REDEEMED,
          points);
    }

    private void take(Event.Spent part) {
      parts.put(part.identityId(), part);
      fold.apply(part);
    }

    void order(int total, int returned, String status) {
      revision++;
      OrderFact fact =
          Facts.order(
              identities.getFirst(),
              ORDER,
              revision,
              PAID_AT,
              status,
              String.valueOf(total),
              String.valueOf(returned));
      var spend = new OrderSpend(SPEND, ORDER, spent, back, BigDecimal.ZERO, revision - 1);
      spend
          .change(List.copyOf(parts.values()), fact, PAID_AT.plusSeconds(revision))
          .forEach(this::take);
      back = spend.backBy(fact);
      fold.apply(fact);
    }

    long redeemed() {
      return identities.stream()
          .mapToLong(identity -> fold.account(identity).totals().redeemed())
          .sum();
    }

    List<String> points() {
      var points = new ArrayList<String>();
      for (UUID identity : identities) {
        Account account = fold.account(identity);
        points.add(account.totals() + " " + account.balances());
        account.lots().stream()
            .filter(lot -> lot.size() > 0)
            .map(lot -> lot.causeId() + " " + lot.used() + " " + lot.expired() + "/" + lot.size())
            .forEach(points::add);
      }
      return points;
    }
  }
}
