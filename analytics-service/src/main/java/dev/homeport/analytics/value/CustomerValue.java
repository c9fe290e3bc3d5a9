package dev.homeport.analytics.value;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a model says of a customer today.
 *
 * @param probabilityAlive empty where drop-out is not identified
 * @param orders30 expected purchases in 30 days
 * @param next empty where hardly any purchase is to come
 * @param spend expected net amount of a purchase; empty without a model of amounts
 * @param lifetimeValue empty without a model of amounts
 */
public record CustomerValue(
    Optional<Double> probabilityAlive,
    double orders30,
    double orders90,
    double orders365,
    Optional<NextOrder> next,
    Optional<Double> spend,
    Optional<LifetimeValue> lifetimeValue) {

  /**
   * When the next purchase comes, if it comes within ten years.
   *
   * @param probability that it does
   * @param earliest by then with a probability of 10 %
   * @param expected by then as likely as not
   * @param latest by then with a probability of 90 %
   */
  public record NextOrder(
      double probability, LocalDate earliest, LocalDate expected, LocalDate latest) {}

  /**
   * Margin of purchases to come within the horizon, discounted.
   *
   * @param low 90 % of the estimates that the data might as well have led to lie above 5 % and
   *     below 95 %: this is the lower bound, empty where the likelihood is flat
   */
  public record LifetimeValue(double expected, Optional<Double> low, Optional<Double> high) {}
}
