package dev.homeport.analytics.profile;

import java.util.List;

/** The profiles of the present tenant's customers. */
public interface Profiles {

  /**
   * Takes those that are newer than what is known of the same customer, in the caller's
   * transaction.
   *
   * @return how many were newer
   */
  int record(List<Profile> profiles);
}
