package dev.homeport.analytics.fact;

import java.util.List;

/** Which identity belongs to which customer of the present tenant. */
public interface Identities {

  /**
   * Takes those assignments that are newer than what is known of the same identity, and derives the
   * values of the customers who lost or won facts again, in the caller's transaction.
   *
   * @return how many were newer
   */
  int assign(List<Assignment> assignments);
}
