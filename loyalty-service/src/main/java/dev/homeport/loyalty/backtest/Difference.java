package dev.homeport.loyalty.backtest;

import java.util.UUID;

/**
 * What a member has in the end under two programmes.
 *
 * @param points under the one that is tried, less debts
 * @param today under the programme as it is
 */
public record Difference(UUID customerId, long points, long today) {
  /** More than today; below zero for less. */
  public long difference() {
    return points - today;
  }
}
