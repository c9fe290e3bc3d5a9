package dev.homeport.loyalty.backtest;

import java.util.Map;
import java.util.TreeMap;

/**
 * What becomes of members together, under one scenario: everything by the month in which it
 * changes, so that figures of some members and of others can be added.
 *
 * @param months by month: what happens in it, and how what members hold changes
 * @param markets by the market of the facts; empty for what has none
 * @param tiers by month: how many more members have a tier than before; empty below the first
 */
public record Figures(
    Map<Integer, Sums> months, Map<String, Sums> markets, Map<Integer, Map<String, Long>> tiers) {

  /** Of nobody. */
  public static Figures none() {
    return new Figures(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
  }

  /** Adds those of others. */
  public void add(Figures others) {
    others.months.forEach(this::month);
    others.markets.forEach(this::market);
    others.tiers.forEach(
        (month, changes) -> changes.forEach((tier, members) -> tier(month, tier, members)));
  }

  void month(int month, Sums sums) {
    months.merge(month, sums, Sums::plus);
  }

  void market(String market, Sums sums) {
    markets.merge(market, sums, Sums::plus);
  }

  void tier(int month, String tier, long members) {
    tiers.computeIfAbsent(month, _ -> new TreeMap<>()).merge(tier, members, Long::sum);
  }

  /** All that happened, and what members hold in the end. */
  Sums total() {
    return months.values().stream().reduce(Sums.ZERO, Sums::plus);
  }
}
