package dev.homeport.analytics.value;

import dev.homeport.analytics.value.btyd.Spending;
import dev.homeport.analytics.value.btyd.Tuples;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * What a model is fitted to, and what came after.
 *
 * @param from the first day with a purchase
 * @param end the day up to which purchases count, and at which ages are taken
 * @param tuples purchases of all customers who bought up to then
 * @param spending amounts of their repeat purchases
 * @param later empty where nothing is held back
 */
public record Observations(
    LocalDate from, LocalDate end, Tuples tuples, Spending spending, Optional<Later> later) {

  /**
   * What these customers did after the end.
   *
   * @param until the last day with a purchase of anybody
   * @param groups customers alike until the end, and what they bought after it
   * @param newcomers customers by the day of their first purchase
   * @param repeats repeat purchases by day, of both periods
   */
  public record Later(
      LocalDate until,
      Map<Group, Outcome> groups,
      Map<LocalDate, Long> newcomers,
      Map<LocalDate, Long> repeats) {}

  /** Customers who looked alike at the end. */
  public record Group(int repeats, int recencyDays, int ageDays) {}

  /**
   * What became of them.
   *
   * @param purchases days with an order after the end, of all of them together
   */
  public record Outcome(long customers, long purchases) {

    /** Both together. */
    public Outcome plus(Outcome other) {
      return new Outcome(customers + other.customers, purchases + other.purchases);
    }
  }
}
