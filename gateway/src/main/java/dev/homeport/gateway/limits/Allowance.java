package dev.homeport.gateway.limits;

import dev.homeport.gateway.GatewayProblem;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Whether a request may go on, and what its answer says about limits. */
public final class Allowance {
  private static final CharSequence POLICY = "RateLimit-Policy";
  private static final CharSequence STATE = "RateLimit";
  private static final String MONTH = "month";
  private static final int TOO_MANY = 429;
  private static final int FAULT = 500;

  private final StringBuilder policy = new StringBuilder(64);
  private final StringBuilder state = new StringBuilder(64);
  private MonthCount.@Nullable Counted counted;
  private @Nullable String spent;
  private Duration wait = Duration.ZERO;

  Allowance() {}

  void drawn(Rate rate, Draw draw) {
    if (draw.granted()) {
      left(rate, draw.left());
    } else {
      spent(rate, draw.nanosUntilNext());
    }
  }

  void left(Rate rate, long tokens) {
    rate.writePolicy(policy);
    rate.writeState(state, tokens);
  }

  void spent(Rate rate, long nanosUntilNext) {
    left(rate, 0);
    spent = rate.name();
    wait = Duration.ofNanos(nanosUntilNext);
  }

  /** What is left of the quota, which is whole again when the month is over. */
  void left(long quota, long requests, Duration month, Duration untilItEnds) {
    item(policy).append(";q=").append(quota).append(";w=").append(month.toSeconds());
    item(state).append(";r=").append(requests).append(";t=").append(untilItEnds.toSeconds() + 1);
  }

  void exhausted(long quota, Duration month, Duration untilItEnds) {
    left(quota, 0, month, untilItEnds);
    spent = MONTH;
    wait = untilItEnds;
  }

  /** The request is one of the month, unless nothing comes of it. */
  void counted(MonthCount.Counted one) {
    counted = one;
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

  /** What is answered where a limit is spent. */
  public Problem problem() {
    Problem problem =
        MONTH.equals(spent)
            ? Problem.of(
                GatewayProblem.QUOTA_EXHAUSTED,
                "The requests of this month are used up; GET /v1/usage shows them.")
            : Problem.of(
                CommonProblem.RATE_LIMITED, "The limit \"%s\" is spent.".formatted(spent()));
    return problem.retryAfter(wait);
  }

  /**
   * To be called before the head of the answer goes out. A request that fails, or is refused for
   * its number, is not one of the month.
   */
  public void answer(HttpServerResponse response) {
    writeTo(response.headers());
    int status = response.getStatusCode();
    if (counted != null && (status >= FAULT || status == TOO_MANY)) {
      counted.giveBack();
      counted = null;
    }
  }

  /** Says what the limits are and what is left (draft-ietf-httpapi-ratelimit-headers). */
  void writeTo(MultiMap headers) {
    if (!policy.isEmpty()) {
      headers.set(POLICY, policy).set(STATE, state);
    }
  }

  private static StringBuilder item(StringBuilder header) {
    if (!header.isEmpty()) {
      header.append(", ");
    }
    return header.append('"').append(MONTH).append('"');
  }
}
