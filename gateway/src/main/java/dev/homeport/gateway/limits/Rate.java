package dev.homeport.gateway.limits;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * A token bucket's size and refill.
 *
 * @param name as headers show it
 * @param perSecond tokens that come back in a second; 0 means that there is no limit
 * @param burst tokens in a full bucket
 */
record Rate(String name, long perSecond, long burst) {
  static final Rate NONE = new Rate("none", 0, 0);
  private static final int BURST_SECONDS = 2;

  static Rate of(String name, long perSecond, OptionalLong burst) {
    return new Rate(name, perSecond, burst.orElse(perSecond * BURST_SECONDS));
  }

  boolean unlimited() {
    return perSecond == 0;
  }

  /** Whichever of the two lets less through in a second. */
  Rate narrower(Rate other) {
    if (unlimited() || other.unlimited()) {
      return unlimited() ? other : this;
    }
    return other.perSecond < perSecond ? other : this;
  }

  /** How long an empty bucket takes to be full, in whole seconds. */
  long window() {
    return seconds(burst);
  }

  Bucket bucket() {
    var limit =
        Bandwidth.builder().capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)).build();
    return Bucket.builder().addLimit(limit).withNanosecondPrecision().build();
  }

  /** For {@code RateLimit-Policy}: so many requests in so many seconds. */
  void writePolicy(StringBuilder header) {
    item(header).append(";q=").append(burst).append(";w=").append(window());
  }

  /** For {@code RateLimit}: how many are left, and in how many seconds all of them are back. */
  void writeState(StringBuilder header, long left) {
    item(header).append(";r=").append(left).append(";t=").append(seconds(burst - left));
  }

  private StringBuilder item(StringBuilder header) {
    if (!header.isEmpty()) {
      header.append(", ");
    }
    return header.append('"').append(name).append('"');
  }

  private long seconds(long tokens) {
    return Math.max(1, (tokens + perSecond - 1) / perSecond);
  }
}
