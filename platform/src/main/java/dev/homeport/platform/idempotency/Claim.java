package dev.homeport.platform.idempotency;

import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import java.time.Duration;

/** What is known of a keyed request before anything is done for it. */
public sealed interface Claim {

  /** Nobody has asked this before: do it, and store the answer in the same transaction. */
  record Fresh() implements Claim {}

  /** It has been done. */
  record Answered(StoredAnswer answer) implements Claim {}

  /** The key was used for something else. */
  record Reused() implements Claim {
    public Problem problem() {
      return Problem.of(
          CommonProblem.IDEMPOTENCY_KEY_REUSED,
          "This Idempotency-Key was used for a request with other content.");
    }
  }

  /** Another request with the key is being done at this moment. */
  record InFlight() implements Claim {
    public Problem problem() {
      return Problem.of(CommonProblem.REQUEST_IN_FLIGHT).retryAfter(Duration.ofSeconds(1));
    }
  }
}
