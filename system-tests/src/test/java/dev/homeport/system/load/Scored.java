package dev.homeport.system.load;

import dev.homeport.analytics.rfm.Axes;
import dev.homeport.analytics.rfm.GridDocument;
import dev.homeport.analytics.rfm.Reason;
import dev.homeport.analytics.rfm.Roster;
import dev.homeport.analytics.rfm.Scheme;
import dev.homeport.analytics.rfm.Scope;
import dev.homeport.analytics.rfm.Scoring;
import dev.homeport.analytics.rfm.Settled;
import dev.homeport.analytics.rfm.Touch;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/** Customers of a shop in the columns of analytics-service. */
final class Scored {
  private static final int TODAY = 20_784;
  private static final int DAYS = 1_500;
  private static final int BUCKETS = 5;
  private static final Scheme SCHEME =
      new Scheme(
          new Scoring(
              "load", "Load", BUCKETS, OptionalInt.empty(), new Scope.Tenant(), "positions"),
          new GridDocument("Positions", BUCKETS, Axes.R_FM, null, positions()).grid("positions"),
          "load");

  private final Random random = new Random(20_261_127);
  private final One[] customers;
  private final Roster roster = new Roster(SCHEME);

  Scored(int size) {
    customers = new One[size];
    for (int i = 0; i < size; i++) {
      put(i, some());
    }
    roster.settle(Reason.OTHERS_MOVED, Integer.MAX_VALUE);
  }

  /**
   * A customer.
   *
   * @param day of the last order, since 1970-01-01
   */
  record One(UUID id, int day, int orders, BigDecimal net) {}

  One[] customers() {
    return customers;
  }

  /** Some of the customers order today; not measured. */
  void order(int many) {
    for (int i = 0; i < many; i++) {
      int at = random.nextInt(customers.length);
      One one = customers[at];
      put(at, new One(one.id(), TODAY, one.orders() + 1, one.net().add(amount())));
    }
  }

  /** Cut points, all scores and groups, and the list of what has changed. */
  Settled settle() {
    return roster.settle(Reason.OTHERS_MOVED, Integer.MAX_VALUE);
  }

  private void put(int at, One one) {
    customers[at] = one;
    roster.put(one.id(), one.day(), one.orders(), one.net(), Roster.NEVER, Touch.EVENT);
  }

  private One some() {
    int orders = 1 + (int) (-Math.log(1 - random.nextDouble()) * 2.5);
    BigDecimal net = BigDecimal.ZERO;
    for (int i = 0; i < orders; i++) {
      net = net.add(amount());
    }
    int ago = (int) (DAYS * random.nextDouble() * random.nextDouble());
    return new One(new UUID(random.nextLong(), random.nextLong()), TODAY - ago, orders, net);
  }

  /** A few dozen, now and then a few thousand, in cents. */
  private BigDecimal amount() {
    return BigDecimal.valueOf((long) (Math.exp(random.nextGaussian() + 3.5) * 100), 2);
  }

  private static List<GridDocument.NamedArea> positions() {
    return IntStream.range(0, BUCKETS * BUCKETS)
        .mapToObj(i -> "R%d FM%d".formatted(1 + i / BUCKETS, 1 + i % BUCKETS))
        .map(
            position ->
                new GridDocument.NamedArea(
                    position.toLowerCase(Locale.ROOT).replace(' ', '-'),
                    position,
                    List.of(position)))
        .toList();
  }
}
