package dev.homeport.analytics.fact;

import java.util.List;

/** The facts of the present tenant. */
public interface Facts {

  /**
   * Takes those facts that are newer than what is known of the same source, and derives the values
   * of their customers again, in the caller's transaction.
   *
   * @return how many were newer
   */
  int record(List<Fact> facts);
}
