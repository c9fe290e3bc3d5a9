package dev.homeport.loyalty.rating;

import java.util.Optional;
import java.util.UUID;

/** The ratings of orders as they now stand. */
public interface Ratings {

  /** The rating of one order in a programme; empty until it has been rated. */
  Optional<StoredRating> find(UUID orderId, String programme);
}
