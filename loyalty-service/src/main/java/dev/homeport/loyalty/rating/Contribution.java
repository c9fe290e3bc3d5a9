package dev.homeport.loyalty.rating;

import dev.homeport.loyalty.fact.OrderFact;
import dev.homeport.loyalty.programme.Currencies;
import dev.homeport.loyalty.programme.TierLadder;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * What a fact counts towards a tier; nothing when it gives nothing.
 *
 * @param points that it gives, below zero for a return without an order
 * @param spend what was paid and kept, in the common measure of the currencies
 * @param orders 1 for an order that stands
 */
record Contribution(Instant at, long points, BigDecimal spend, int orders) {

  static Contribution of(Rated rated, Currencies currencies) {
    Explanation.Counted counted = rated.explanation().counted();
    boolean order = rated.fact() instanceof OrderFact;
    BigDecimal amount =
        counted == null
            ? BigDecimal.ZERO
            : currencies.measured(counted.currency(), counted.amount());
    return new Contribution(
        rated.fact().occurredAt(),
        rated.points(),
        order ? amount : amount.negate(),
        order && counted != null ? 1 : 0);
  }

  BigDecimal value(TierLadder.Basis basis) {
    return switch (basis) {
      case POINTS -> BigDecimal.valueOf(points);
      case SPEND -> spend;
      case ORDERS -> BigDecimal.valueOf(orders);
    };
  }
}
