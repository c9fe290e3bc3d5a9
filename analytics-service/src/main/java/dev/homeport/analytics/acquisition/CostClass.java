package dev.homeport.analytics.acquisition;

/** How customers were won, as far as it cost money. */
public enum CostClass {
  PAID,
  ORGANIC,
  REFERRAL,
  DIRECT
}
