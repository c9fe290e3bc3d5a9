package dev.homeport.order.order.rest;

import dev.homeport.order.order.DocumentRules;
import dev.homeport.order.order.OrderProblem;
import dev.homeport.platform.problem.Problem;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The times that callers give for what has happened. */
public final class SourceTimes {
  private SourceTimes() {}

  /**
   * The time given, else now.
   *
   * @throws Problem 422 when it lies further ahead than clocks differ
   */
  public static Instant past(@Nullable Instant given, String pointer, Clock clock) {
    Instant now = clock.instant();
    if (given == null) {
      return now;
    }
    if (given.isAfter(now.plus(DocumentRules.CLOCK_TOLERANCE))) {
      throw Problem.of(OrderProblem.INVALID_DOCUMENT)
          .at(pointer, "must not lie more than a day in the future");
    }
    return given;
  }
}
