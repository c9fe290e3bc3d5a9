package dev.homeport.loyalty.earning.store;

import dev.homeport.loyalty.earning.Rating;
import dev.homeport.platform.event.EventJson;

/**
 * Ratings as they are stored beside their awards, with all that is needed to compute them again.
 */
public final class RatingText {
  private RatingText() {}

  /** The JSON of a rating. */
  public static String write(Rating rating) {
    return EventJson.write(rating);
  }

  static Rating read(String json) {
    return EventJson.read(json, Rating.class);
  }
}
