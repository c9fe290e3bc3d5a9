package dev.homeport.analytics.fact;

import java.util.Optional;

/**
 * Where an order came from, as far as its source knows.
 *
 * @param source for example google
 * @param medium for example cpc
 * @param partnerId the partner who sent the buyer
 * @param referralCode of the customer who referred the buyer
 * @param costClass paid, organic, referral or direct
 */
public record Attribution(
    Optional<String> source,
    Optional<String> medium,
    Optional<String> campaign,
    Optional<String> partnerId,
    Optional<String> coupon,
    Optional<String> referralCode,
    Optional<String> costClass) {

  /** Nothing is known. */
  public static final Attribution NONE =
      new Attribution(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
}
