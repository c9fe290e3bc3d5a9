package dev.homeport.gateway.limits;

import io.vertx.core.MultiMap;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Whether a request may go on, and what its answer says about limits. */
public final class Allowance {
  private static final CharSequence POLICY = "RateLimit-Policy";
  private static final CharSequence STATE = "RateLimit";

  private final StringBuilder policy = new StringBuilder(64);
  private final StringBuilder state = new StringBuilder(64);
  private @Nullable String spent;
  private Duration wait = Duration.ZERO;

  Allowance() {}

  void left(Rate rate, long tokens) {
    rate.writePolicy(policy);
    rate.writeState(state, tokens);
  }

  void spent(Rate rate, long nanosUntilNext) {
    left(rate, 0);
    spent = rate.name();
    wait = Duration.ofNanos(nanosUntilNext);
  }

  /** Whether the request is within all limits. */
  public boolean granted() {
    return spent == null;
  }

  /** The name of the limit that is spent; empty when none is. */
  public String spent() {
    return spent == null ? "" : spent;
  }

  /** How long to wait until one more request is within that limit. */
  public Duration retryAfter() {
    return wait;
  }

  /** Says what the limits are and what is left (draft-ietf-httpapi-ratelimit-headers). */
  public void writeTo(MultiMap headers) {
    if (!policy.isEmpty()) {
      headers.set(POLICY, policy).set(STATE, state);
    }
  }
}
