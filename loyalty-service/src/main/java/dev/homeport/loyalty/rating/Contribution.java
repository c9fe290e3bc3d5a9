package dev.homeport.loyalty.rating;

import dev.homeport.loyalty.expression.Expression;
import dev.homeport.loyalty.fact.FreeReturnFact;
import dev.homeport.loyalty.fact.GrantFact;
import dev.homeport.loyalty.fact.MigrationFact;
import dev.homeport.loyalty.fact.OrderFact;
import dev.homeport.loyalty.programme.Basis;
import dev.homeport.loyalty.programme.Currencies;
import dev.homeport.loyalty.programme.TierLadder;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a fact counts towards a tier; nothing when it gives nothing.
 *
 * @param points that it gives, below zero for a return without an order
 * @param spend what was paid and kept, in the common measure of the currencies
 * @param orders 1 for an order that stands
 * @param order of which an expression is asked; null for whatever is none, or does not stand
 * @param tier that was reached elsewhere
 */
record Contribution(
    Instant at,
    BigDecimal points,
    BigDecimal spend,
    BigDecimal orders,
    @Nullable Occasion order,
    MigrationFact.@Nullable Tier tier) {

  static Contribution of(Rated rated, Currencies currencies) {
    return switch (rated.fact()) {
      case MigrationFact migration -> of(migration, rated.explanation());
      case GrantFact grant -> of(grant.occurredAt(), BigDecimal.ZERO, null);
      default -> of(rated, rated.explanation().counted(), currencies);
    };
  }

  private static Contribution of(
      Rated rated, Explanation.@Nullable Counted counted, Currencies currencies) {
    Instant at = rated.fact().occurredAt();
    BigDecimal points = BigDecimal.valueOf(rated.points());
    if (counted == null) {
      return new Contribution(at, points, BigDecimal.ZERO, BigDecimal.ZERO, null, null);
    }
    return switch (rated.fact()) {
      case OrderFact order ->
          new Contribution(
              at,
              points,
              currencies.measured(
                  order.market(), order.currency(), counted.amount(), order.exchange()),
              BigDecimal.ONE,
              Occasion.of(order, counted),
              null);
      case FreeReturnFact back ->
          new Contribution(
              at,
              points,
              currencies
                  .measured(back.market(), back.currency(), counted.amount(), back.exchange())
                  .negate(),
              BigDecimal.ZERO,
              null,
              null);
      default -> throw new IllegalArgumentException("no amounts count of " + rated.fact());
    };
  }

  /** What counts from elsewhere is in the measure of whatever the tiers count. */
  private static Contribution of(MigrationFact migration, Explanation explanation) {
    MigrationFact.Tier tier = explanation.reason() == Reason.MIGRATED ? migration.tier() : null;
    BigDecimal progress = tier == null ? BigDecimal.ZERO : tier.progress();
    return of(migration.occurredAt(), progress, tier);
  }

  private static Contribution of(Instant at, BigDecimal value, MigrationFact.@Nullable Tier tier) {
    return new Contribution(at, value, value, value, null, tier);
  }

  /** Whether it counts for nothing: an order that came back is as if it had never been. */
  boolean isNothing() {
    return points.signum() == 0 && spend.signum() == 0 && orders.signum() == 0 && tier == null;
  }

  /**
   * What it counts for a ladder.
   *
   * @param zone where its days begin
   */
  BigDecimal value(TierLadder ladder, ZoneId zone) {
    return switch (ladder.basis()) {
      case TierLadder.Basis.Points() -> points;
      case TierLadder.Basis.Spend() -> spend;
      case TierLadder.Basis.Orders() -> orders;
      case TierLadder.Basis.Computed(Expression value) ->
          order == null ? orders : computed(value, order, zone);
    };
  }

  /** At least 0, also where the expression has no value. */
  private static BigDecimal computed(Expression value, Occasion order, ZoneId zone) {
    var inputs = new Inputs(order, Basis.WHOLE, new Past(List.of(), ""), order.at().atZone(zone));
    String answer = inputs.ask(value).answer();
    return answer.equals("undefined")
        ? BigDecimal.ZERO
        : new BigDecimal(answer).max(BigDecimal.ZERO);
  }
}
