package dev.homeport.loyalty.rating;

import dev.homeport.loyalty.fact.ActivityFact;
import dev.homeport.loyalty.fact.Exchange;
import dev.homeport.loyalty.fact.Fact;
import dev.homeport.loyalty.fact.FreeReturnFact;
import dev.homeport.loyalty.fact.GrantFact;
import dev.homeport.loyalty.fact.MigrationFact;
import dev.homeport.loyalty.fact.OrderFact;
import dev.homeport.loyalty.fact.OrderLine;
import dev.homeport.loyalty.programme.Documents;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Orders, activities and free returns of one member with two identities, made from a seed: lines of
 * all kinds, taxes, discounts, partial returns, cancellations, several currencies and markets.
 */
final class RandomMember {
  private final Random random;
  private final List<Fact> facts = new ArrayList<>();

  RandomMember(long seed) {
    random = new Random(seed);
    int count = 1 + random.nextInt(14);
    for (int i = 0; i < count; i++) {
      facts.add(
          switch (random.nextInt(12)) {
            case 0, 1 -> freeReturn();
            case 2, 3 -> activity();
            case 4 -> random.nextBoolean() ? migration() : grant();
            default -> order();
          });
    }
  }

  List<Fact> facts() {
    return List.copyOf(facts);
  }

  /** One more order, of which nothing has come back. */
  OrderFact order() {
    int count = 1 + random.nextInt(4);
    var lines = new ArrayList<OrderLine>();
    for (int i = 1; i <= count; i++) {
      lines.add(line(i));
    }
    boolean whole = random.nextInt(3) > 0;
    var placed =
        new OrderFact(
            id(),
            identity(),
            1,
            one("shop", "outlet"),
            one("DE", "AT", "GB"),
            random.nextBoolean() ? "DE" : null,
            moment(),
            random.nextInt(10) == 0 ? "cancelled" : "paid",
            Currency.getInstance(one("EUR", "EUR", "GBP", "JPY")),
            lines,
            sum(lines),
            BigDecimal.ZERO,
            null,
            null,
            exchange());
    return whole ? placed : returned(placed, random);
  }

  /** The order with something more of it back. */
  static OrderFact returned(OrderFact order, Random random) {
    var lines = new ArrayList<OrderLine>();
    BigDecimal back = BigDecimal.ZERO;
    for (OrderLine line : order.lines()) {
      BigDecimal quantity =
          line.quantity()
              .subtract(line.returnedQuantity())
              .multiply(BigDecimal.valueOf(random.nextInt(3)))
              .divide(BigDecimal.TWO, 0, RoundingMode.FLOOR);
      OrderLine now = back(line, line.returnedQuantity().add(quantity));
      back = back.add(line.keptAmount().subtract(now.keptAmount()));
      lines.add(now);
    }
    BigDecimal returned =
        order.returned().add(back.setScale(2, RoundingMode.HALF_UP)).min(order.total());
    return with(order, lines, returned);
  }

  /** The order with everything back. */
  static OrderFact whollyReturned(OrderFact order) {
    return with(
        order,
        order.lines().stream().map(line -> back(line, line.quantity())).toList(),
        order.total());
  }

  private static OrderFact with(OrderFact order, List<OrderLine> lines, BigDecimal returned) {
    return new OrderFact(
        order.id(),
        order.identityId(),
        order.revision() + 1,
        order.channel(),
        order.market(),
        order.country(),
        order.placedAt(),
        order.status(),
        order.currency(),
        lines,
        order.total(),
        returned,
        order.placedAt().plus(Duration.ofDays(3)),
        order.deliveredAt(),
        order.exchange());
  }

  private static OrderLine back(OrderLine line, BigDecimal returned) {
    return new OrderLine(
        line.lineNo(),
        line.sku(),
        line.category(),
        line.kind(),
        line.quantity(),
        line.unitPrice(),
        line.discount(),
        line.tax(),
        returned);
  }

  private OrderLine line(int number) {
    var kind =
        random.nextInt(5) == 0
            ? OrderLine.Kind.SHIPPING
            : random.nextInt(12) == 0 ? OrderLine.Kind.ADJUSTMENT : OrderLine.Kind.PRODUCT;
    return new OrderLine(
        number,
        one("MUG-1", "TEA-2", "POT-3"),
        random.nextInt(4) == 0 ? null : one("kitchen", "tea"),
        kind,
        BigDecimal.valueOf(1 + random.nextInt(4)),
        BigDecimal.valueOf(1 + random.nextInt(6_000), 2),
        random.nextInt(4) == 0 ? new BigDecimal("0.50") : BigDecimal.ZERO,
        BigDecimal.valueOf(random.nextInt(300), 2),
        BigDecimal.ZERO);
  }

  private ActivityFact activity() {
    return new ActivityFact(
        id(), identity(), 1, one("review", "birthday"), moment(), random.nextInt(5) == 0);
  }

  private GrantFact grant() {
    return new GrantFact(
        id(),
        identity(),
        1,
        one("points", "points", "club"),
        moment(),
        1 + random.nextInt(500),
        null,
        "for the wait",
        "somebody");
  }

  private MigrationFact migration() {
    Instant at = moment();
    var lots = new ArrayList<MigrationFact.Points>();
    for (int i = random.nextInt(3); i > 0; i--) {
      Instant usable = random.nextBoolean() ? null : at.plus(Duration.ofDays(random.nextInt(40)));
      Instant expiry = random.nextBoolean() ? null : at.plus(Duration.ofDays(60));
      lots.add(new MigrationFact.Points(1 + random.nextInt(500), usable, expiry));
    }
    var tier =
        new MigrationFact.Tier(
            one("silver", "gold"),
            at.minus(Duration.ofDays(100)),
            random.nextBoolean() ? null : at.plus(Duration.ofDays(50)),
            BigDecimal.valueOf(random.nextInt(300)));
    return new MigrationFact(
        id(),
        identity(),
        1,
        one("points", "points", "club"),
        at,
        lots,
        random.nextBoolean() ? null : tier);
  }

  private FreeReturnFact freeReturn() {
    return new FreeReturnFact(
        id(),
        identity(),
        1,
        "shop",
        "DE",
        null,
        moment(),
        Currency.getInstance(one("EUR", "JPY")),
        List.of(line(1)),
        BigDecimal.valueOf(random.nextInt(9_000), 2),
        random.nextInt(5) == 0,
        exchange());
  }

  private @Nullable Exchange exchange() {
    return random.nextInt(3) == 0
        ? null
        : new Exchange(
            Currency.getInstance(one("EUR", "EUR", "USD")),
            BigDecimal.valueOf(1 + random.nextInt(30_000), 4));
  }

  private static BigDecimal sum(List<OrderLine> lines) {
    return lines.stream()
        .map(OrderLine::keptAmount)
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .max(BigDecimal.ZERO);
  }

  private UUID identity() {
    return new UUID(11, random.nextInt(2));
  }

  private UUID id() {
    return new UUID(random.nextLong(), random.nextLong());
  }

  private Instant moment() {
    return Documents.START.plus(Duration.ofHours(random.nextInt(9_000) - 300L));
  }

  private String one(String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
