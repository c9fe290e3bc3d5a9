package dev.homeport.loyalty.programme;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * When points can be used. Points that expire at the moment from which they could be used lapse: so
 * it is with what waits for something that has not happened yet.
 *
 * @param waits whether they wait for that moment; else they are usable as soon as they are there
 * @param expiresAt when they expire, null for never
 */
public record LotTimes(boolean waits, Instant usableFrom, @Nullable Instant expiresAt) {

  static LotTimes from(Instant usableFrom, LotLife life, ZoneId zone) {
    return new LotTimes(true, usableFrom, life.expiry(usableFrom, zone).orElse(null));
  }
}
