package dev.homeport.loyalty.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.loyalty.programme.OverdraftFloor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An account that goes on from where it stood is one that was settled from the beginning. */
class SettlingLawsTest {
  private static final int HISTORIES = 1_500;
  private static final int STEPS = 40;
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final UUID BUYER = new UUID(1, 1);
  private static final OverdraftFloor FLOOR = new OverdraftFloor.Limit(50);

  /** How far back in time, at most, what happens may lie: 0 is strictly in order. */
  @ParameterizedTest
  @ValueSource(ints = {0, 5, 60, 400})
  void goingOnGivesTheSameAsSettlingFromTheBeginning(int daysBack) {
    for (long seed = 0; seed < HISTORIES; seed++) {
      var history = new History(seed, daysBack);
      Account going = Account.empty(BUYER);
      for (int step = 0; step < STEPS; step++) {
        Account anew = copy(going);
        Function<Account, Posting> change = history.next();

        Posting direct = change.apply(going);
        Posting whole = change.apply(anew);

        String place = "seed %d, step %d, %s".formatted(seed, step, direct.cause());
        assertThat(going.lots()).as(place).isEqualTo(anew.lots());
        assertThat(going.balances()).as(place).isEqualTo(anew.balances());
        assertThat(going.totals()).as(place).isEqualTo(anew.totals());
        assertThat(Set.copyOf(direct.entries())).as(place).isEqualTo(Set.copyOf(whole.entries()));
        assertThat(new HashSet<>(direct.lots())).as(place).isEqualTo(new HashSet<>(whole.lots()));
      }
    }
  }

  /** Settled from the beginning at each step it would take a quarter of an hour. */
  @Test
  void aLongHistoryInItsOrderIsSettledOnce() {
    int orders = 20_000;
    Account account = Account.empty(BUYER);
    long began = System.nanoTime();
    for (int i = 0; i < orders; i++) {
      Instant at = START.plus(Duration.ofHours(i));
      pass(account, new UUID(4, i), at);
      post(account, order(new UUID(2, i), at, false, at.plus(Duration.ofDays(90)), 10), 0);
      if (i % 3 == 0) {
        post(account, freeReturn(new UUID(3, i), at.plusSeconds(60), 5), 0);
      }
    }
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(15));
    assertThat(account.totals().earned()).isEqualTo(10L * orders);
    assertThat(account.totals().expired()).isPositive();
    assertThat(account.lots()).isEqualTo(copy(account).lots());
  }

  private static Account copy(Account account) {
    return new Account(
        BUYER,
        account.totals(),
        account.balances(),
        account.lots(),
        account.draws(),
        account.horizon());
  }

  private static Posting post(Account account, Deserved deserved, long before) {
    return account.post(deserved, before, FLOOR, UUID::randomUUID);
  }

  private static Posting pass(Account account, UUID id, Instant at) {
    return account.pass(new Cause(Cause.Kind.EXPIRY, id, 0), at, "Expired.", FLOOR);
  }

  private static Deserved order(UUID id, Instant at, boolean waits, Instant end, long points) {
    return new Deserved(
        new Cause(Cause.Kind.ORDER, id, 1),
        points == 0 ? List.of() : List.of(new Deserved.Share("base", points, waits, at, end)),
        0,
        at,
        at,
        "Earns.");
  }

  private static Deserved freeReturn(UUID id, Instant at, long points) {
    return new Deserved(
        new Cause(Cause.Kind.FREE_RETURN, id, 1), List.of(), points, at, at, "Takes back.");
  }

  /** Orders that change, free returns, spends that end, and time; from a seed. */
  private static final class History {
    private final Random random;
    private final int daysBack;
    private final List<Deserved> orders = new ArrayList<>();
    private final List<Draw> spends = new ArrayList<>();
    private final Map<UUID, Long> posted = new HashMap<>();
    private Instant now = START;

    History(long seed, int daysBack) {
      random = new Random(seed);
      this.daysBack = daysBack;
    }

    Function<Account, Posting> next() {
      now = now.plus(Duration.ofHours(random.nextInt(200)));
      return switch (random.nextInt(10)) {
        case 0, 1, 2 -> award(newOrder());
        case 3, 4 -> orders.isEmpty() ? award(newOrder()) : award(otherwise());
        case 5 -> award(freeReturn(id(), moment(), random.nextInt(80)));
        case 6, 7 -> spend(newSpend());
        case 8 -> spend(spends.isEmpty() ? newSpend() : ended());
        default -> passing();
      };
    }

    private Function<Account, Posting> award(Deserved deserved) {
      Long before = posted.put(deserved.cause().id(), deserved.points());
      UUID lot = new UUID(9, deserved.cause().id().getLeastSignificantBits());
      return account -> account.post(deserved, before == null ? 0 : before, FLOOR, () -> lot);
    }

    private Function<Account, Posting> spend(Draw draw) {
      var cause = new Cause(Cause.Kind.SPEND, draw.causeId(), random.nextInt(1_000));
      Instant at = now;
      return account -> account.spend(cause, draw, at, "Spends.", FLOOR);
    }

    private Function<Account, Posting> passing() {
      Instant at = now;
      UUID id = id();
      return account -> pass(account, id, at);
    }

    private Deserved newOrder() {
      boolean waits = random.nextInt(3) == 0;
      Instant from = moment().plus(Duration.ofDays(waits ? random.nextInt(20) : 0));
      // one in ten lapses
      Instant end = from.plus(Duration.ofDays(random.nextInt(10) == 0 ? 0 : random.nextInt(90)));
      Deserved order = order(id(), from, waits, end, random.nextInt(100));
      orders.add(order);
      return order;
    }

    /** More or less of an order, perhaps to be used at another time. */
    private Deserved otherwise() {
      int which = random.nextInt(orders.size());
      Deserved before = orders.get(which);
      Deserved.Share share =
          before.shares().isEmpty()
              ? new Deserved.Share("base", 1, false, moment(), null)
              : before.shares().getFirst();
      Instant from = random.nextInt(4) == 0 ? moment() : share.usableFrom();
      Instant end = share.expiresAt();
      long points =
          switch (random.nextInt(3)) {
            case 0 -> 0;
            case 1 -> share.points() + random.nextInt(20);
            default -> random.nextInt(100);
          };
      Deserved now =
          order(
              before.cause().id(),
              from,
              share.waits(),
              end == null || end.isBefore(from) ? from.plus(Duration.ofDays(30)) : end,
              points);
      orders.set(which, now);
      return now;
    }

    private Draw newSpend() {
      Draw.Use use = random.nextBoolean() ? Draw.Use.HELD : Draw.Use.REDEEMED;
      var spend = new Draw(id(), moment(), use, random.nextInt(60));
      spends.add(spend);
      return spend;
    }

    private Draw ended() {
      int which = random.nextInt(spends.size());
      Draw before = spends.get(which);
      long points = random.nextBoolean() ? 0 : before.points();
      var now = new Draw(before.causeId(), before.at(), Draw.Use.REDEEMED, points);
      spends.set(which, now);
      return now;
    }

    private Instant moment() {
      return daysBack == 0 ? now : now.minus(Duration.ofHours(random.nextInt(daysBack * 24)));
    }

    private UUID id() {
      return new UUID(random.nextLong(), random.nextLong());
    }
  }
}
