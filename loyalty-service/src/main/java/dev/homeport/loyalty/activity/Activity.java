package dev.homeport.loyalty.activity;

import dev.homeport.loyalty.fact.ActivityFact;
import dev.homeport.loyalty.rating.Explanation;
import java.util.List;
import java.util.UUID;

/**
 * An activity as it now stands, and what it gives.
 *
 * @param customerId whose it is today
 * @param ratings in each programme, by its key
 */
public record Activity(ActivityFact fact, UUID customerId, List<Explanation> ratings) {
  /** Copies. */
  public Activity {
    ratings = List.copyOf(ratings);
  }
}
