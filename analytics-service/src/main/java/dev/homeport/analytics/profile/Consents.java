package dev.homeport.analytics.profile;

import java.util.List;

/** What the customers of the present tenant allow. */
public interface Consents {

  /**
   * Takes those that are newer than what is known of the same customer, in the caller's
   * transaction.
   *
   * @return how many were newer
   */
  int record(List<Consent> consents);
}
