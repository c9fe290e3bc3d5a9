package dev.homeport.analytics.points;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The points of all customers together in a programme. What one is below zero takes nothing from
 * what another holds, so only those above zero count.
 *
 * @param usable less what is owed
 * @param pending given, not yet usable
 * @param held set aside
 * @param holders how many customers these are
 * @param worth in the reporting currency; empty where the programme does not say what a point pays
 *     for
 */
public record Outstanding(
    String programme,
    long usable,
    long pending,
    long held,
    long holders,
    Optional<BigDecimal> worth) {

  /** All of them. */
  public long points() {
    return usable + pending + held;
  }
}
