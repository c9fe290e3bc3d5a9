package dev.homeport.loyalty.rating;

import dev.homeport.loyalty.fact.GrantFact;
import dev.homeport.loyalty.fact.MigrationFact;
import dev.homeport.loyalty.fact.OrderFact;
import dev.homeport.loyalty.programme.Currencies;
import dev.homeport.loyalty.programme.TierLadder;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a fact counts towards a tier; nothing when it gives nothing.
 *
 * @param points that it gives, below zero for a return without an order
 * @param spend what was paid and kept, in the common measure of the currencies
 * @param orders 1 for an order that stands
 * @param tier that was reached elsewhere
 */
record Contribution(
    Instant at,
    BigDecimal points,
    BigDecimal spend,
    BigDecimal orders,
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
    boolean order = rated.fact() instanceof OrderFact;
    BigDecimal amount =
        counted == null
            ? BigDecimal.ZERO
            : currencies.measured(counted.currency(), counted.amount());
    return new Contribution(
        rated.fact().occurredAt(),
        BigDecimal.valueOf(rated.points()),
        order ? amount : amount.negate(),
        order && counted != null ? BigDecimal.ONE : BigDecimal.ZERO,
        null);
  }

  /** What counts from elsewhere is in the measure of whatever the tiers count. */
  private static Contribution of(MigrationFact migration, Explanation explanation) {
    MigrationFact.Tier tier = explanation.reason() == Reason.MIGRATED ? migration.tier() : null;
    BigDecimal progress = tier == null ? BigDecimal.ZERO : tier.progress();
    return of(migration.occurredAt(), progress, tier);
  }

  private static Contribution of(Instant at, BigDecimal value, MigrationFact.@Nullable Tier tier) {
    return new Contribution(at, value, value, value, tier);
  }

  /** Whether it counts for nothing: an order that came back is as if it had never been. */
  boolean isNothing() {
    return points.signum() == 0 && spend.signum() == 0 && orders.signum() == 0 && tier == null;
  }

  BigDecimal value(TierLadder.Basis basis) {
    return switch (basis) {
      case POINTS -> points;
      case SPEND -> spend;
      case ORDERS -> orders;
    };
  }
}
