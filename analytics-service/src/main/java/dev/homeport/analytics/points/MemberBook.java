package dev.homeport.analytics.points;

import java.util.List;

/** The points and tiers of the present tenant's customers. */
public interface MemberBook {

  /**
   * Takes those that are newer than what is known of the same customer and programme, in the
   * caller's transaction.
   *
   * @return how many were newer
   */
  int record(List<MemberPoints> members);

  /** What all customers hold, by programme, the main one first. */
  List<Outstanding> outstanding();

  /** How many members are in which tier, by programme, the highest tier first and none last. */
  List<TierSize> tiers();
}
