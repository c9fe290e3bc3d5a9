package dev.homeport.analytics.acquisition;

/** What is known of a first order, by which a rule may tell where its customer came from. */
public enum Trait {
  SOURCE,
  MEDIUM,
  CAMPAIGN,
  PARTNER_ID,
  COUPON,
  REFERRAL_CODE,
  COST_CLASS,
  SALES_CHANNEL,
  MARKET
}
