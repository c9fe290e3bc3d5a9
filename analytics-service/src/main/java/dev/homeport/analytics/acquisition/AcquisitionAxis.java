package dev.homeport.analytics.acquisition;

/** What customers who were won are told apart by. */
public enum AcquisitionAxis {
  CHANNEL,
  CAMPAIGN,
  MARKET,
  MONTH
}
