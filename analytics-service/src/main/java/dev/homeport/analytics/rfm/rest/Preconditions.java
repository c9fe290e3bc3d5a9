package dev.homeport.analytics.rfm.rest;

import dev.homeport.analytics.rfm.Versioned;
import dev.homeport.platform.http.ETags;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a PUT has to know of what it replaces. */
final class Preconditions {
  private Preconditions() {}

  /**
   * Demands the version of what is there, and none where nothing is.
   *
   * @throws Problem 428 or 412; 404 where a version is named of what is not there
   */
  static void require(Optional<? extends Versioned<?>> present, @Nullable String ifMatch) {
    if (present.isPresent()) {
      ETags.requireMatch(ifMatch, present.get().version());
    } else if (ifMatch != null && !ifMatch.isBlank()) {
      throw Problem.of(
          CommonProblem.NOT_FOUND, "There is nothing to replace; send no If-Match to make it.");
    }
  }
}
