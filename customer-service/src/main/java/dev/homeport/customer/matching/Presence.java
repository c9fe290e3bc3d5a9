package dev.homeport.customer.matching;

import java.time.Instant;

/**
 * When somebody was active on a channel.
 *
 * @param last not before {@code first}
 */
public record Presence(String channel, Instant first, Instant last) {

  /** Whether both were active on one channel at one time, which one person has no reason to be. */
  public boolean concurrent(Presence other) {
    return channel.equals(other.channel)
        && !first.isAfter(other.last)
        && !other.first.isAfter(last);
  }
}
