package dev.homeport.analytics.value;

import dev.homeport.analytics.value.btyd.History;

/**
 * What a customer bought. Orders of one day are one purchase.
 *
 * @param repeats days with a counted order after the first one
 * @param recencyDays from the first such day to the last
 * @param ageDays from the first such day to now
 * @param meanSpend net amount of a repeat day in the reporting currency; 0 without one
 */
public record Purchases(int repeats, int recencyDays, int ageDays, double meanSpend) {
  static final double DAYS_A_WEEK = 7;

  /**
   * As it is stored.
   *
   * @param repeatNet net amount of all repeat days
   */
  public static Purchases of(long days, long firstDay, long lastDay, double repeatNet, long today) {
    int repeats = Math.toIntExact(days - 1);
    int recency = Math.toIntExact(lastDay - firstDay);
    // A source may have dated an order into the future.
    int age = Math.toIntExact(Math.max(today, lastDay) - firstDay);
    return new Purchases(repeats, recency, age, repeats == 0 ? 0 : repeatNet / repeats);
  }

  History history() {
    return new History(repeats, recencyDays / DAYS_A_WEEK, ageDays / DAYS_A_WEEK);
  }

  double ageWeeks() {
    return ageDays / DAYS_A_WEEK;
  }

  /** How many amounts tell something: none where they come to nothing. */
  int amounts() {
    return meanSpend > 0 ? repeats : 0;
  }
}
