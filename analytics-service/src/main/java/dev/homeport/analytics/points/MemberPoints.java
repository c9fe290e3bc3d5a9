package dev.homeport.analytics.points;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;

/**
 * How a customer stands in a programme.
 *
 * @param main whether it is the merchant's oldest programme
 * @param pending given, not yet usable
 * @param available usable; may be below zero
 * @param held set aside
 * @param owed taken back beyond what may be below zero, as a positive number
 * @param earned by orders and activities as they now stand
 * @param pointValue what a point pays for in the reporting currency; empty when not said
 * @param tier empty when in none
 * @param revision a lower one never replaces a higher one
 */
public record MemberPoints(
    UUID customerId,
    String programme,
    boolean main,
    long pending,
    long available,
    long held,
    long owed,
    long earned,
    Optional<BigDecimal> pointValue,
    Optional<Tier> tier,
    long revision) {

  /**
   * A tier.
   *
   * @param level from 1, the lowest
   */
  public record Tier(String key, String name, int level) {}
}
