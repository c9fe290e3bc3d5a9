package dev.homeport.loyalty.spend;

import java.util.Locale;

/** What has become of points that were taken. */
public enum SpendState {
  /** Set aside. */
  HELD,
  /** Spent. */
  REDEEMED,
  /** There again: whoever had them set aside did not need them. */
  RELEASED,
  /** There again: nobody said in time that they were needed. */
  EXPIRED,
  /** There again after they had been spent. */
  GIVEN_BACK;

  /** As callers see it: {@code given-back}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static SpendState of(String slug) {
    return valueOf(slug.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
