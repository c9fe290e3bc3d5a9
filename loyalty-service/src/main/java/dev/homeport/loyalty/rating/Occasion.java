package dev.homeport.loyalty.rating;

import dev.homeport.loyalty.fact.ActivityFact;
import dev.homeport.loyalty.fact.OrderFact;
import dev.homeport.loyalty.programme.Basis;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What rules are asked of: an order or an activity.
 *
 * @param activity its type; null for an order
 * @param fact the order; null for an activity
 * @param counted what counts of the order; null for an activity
 */
record Occasion(
    Instant at,
    @Nullable String activity,
    @Nullable OrderFact fact,
    Explanation.@Nullable Counted counted) {

  static Occasion of(OrderFact order, Basis basis) {
    return of(order, Amounts.of(basis, order));
  }

  static Occasion of(OrderFact order, Explanation.Counted counted) {
    return new Occasion(order.placedAt(), null, order, counted);
  }

  static Occasion of(ActivityFact activity) {
    return new Occasion(activity.happenedAt(), activity.type(), null, null);
  }

  /** Nothing but a moment. */
  static Occasion of(Instant moment) {
    return new Occasion(moment, null, null, null);
  }

  /** The order; rules of activities ask for none. */
  OrderFact order() {
    if (fact == null) {
      throw new IllegalStateException("an activity is no order");
    }
    return fact;
  }

  /** The amount that counts. */
  BigDecimal amount() {
    return counted == null ? BigDecimal.ZERO : counted.amount();
  }
}
