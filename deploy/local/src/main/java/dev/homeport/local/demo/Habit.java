package dev.homeport.local.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How one person buys, as {@link BuyingModel} draws it.
 *
 * @param perWeek rate of purchases while a customer
 * @param leaving probability to leave after a repeat purchase
 * @param spendShape of the gamma distributed spend
 * @param spendRate of the gamma distributed spend, per euro
 */
record Habit(double perWeek, double leaving, double spendShape, double spendRate) {

  private static final double SECONDS_A_WEEK = Duration.ofDays(7).toSeconds();

  /** The first purchase and all that follow before an end. */
  List<Instant> purchases(Instant first, Instant end, Dice dice) {
    var purchases = new ArrayList<Instant>();
    double limit = Duration.between(first, end).toSeconds() / SECONDS_A_WEEK;
    double week = 0;
    do {
      purchases.add(first.plusSeconds((long) (week * SECONDS_A_WEEK)));
      var left = purchases.size() > 1 && dice.chance(leaving);
      week = left ? limit : week + dice.exponential(1 / perWeek);
    } while (week < limit);
    return purchases;
  }

  /** What one purchase is meant to cost, in euro. */
  BigDecimal spend(Dice dice) {
    return BigDecimal.valueOf(dice.gamma(spendShape, spendRate)).setScale(2, RoundingMode.HALF_UP);
  }
}
