package dev.homeport.gateway.webhook.sending;

import dev.homeport.gateway.webhook.Fault;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How an attempt ended. */
sealed interface Answered {

  /**
   * There was an answer.
   *
   * @param body its beginning
   * @param retryAfter when the endpoint wants to be asked again, if it says so
   */
  record Response(int status, String body, @Nullable Duration retryAfter) implements Answered {
    private static final int GONE = 410;

    boolean good() {
      return status / 100 == 2;
    }

    boolean gone() {
      return status == GONE;
    }
  }

  /** There was none. */
  record None(Fault fault) implements Answered {}
}
