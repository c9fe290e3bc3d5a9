package dev.homeport.loyalty.journal.store;

import dev.homeport.loyalty.earning.Rating;
import dev.homeport.platform.event.EventJson;

/**
 * Ratings as they are stored beside their awards, with all that is needed to compute them again.
 */
public final class RatingText {
  private RatingText() {}

  static String write(Rating rating) {
    return EventJson.write(rating);
  }

  /** The rating that was written. */
  public static Rating read(String json) {
    return EventJson.read(json, Rating.class);
  }
}
