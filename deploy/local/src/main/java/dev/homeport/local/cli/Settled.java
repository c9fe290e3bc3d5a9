package dev.homeport.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Reads what follows from events, once it has stopped changing. */
final class Settled {

  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final Duration LIMIT = Duration.ofMinutes(3);

  private Settled() {}

  /**
   * The value that is known to be final, or has not changed for a while; the last one when it never
   * rests.
   */
  static JsonNode of(Supplier<JsonNode> read, Predicate<JsonNode> last, Duration rest) {
    var value = read.get();
    long looks = LIMIT.dividedBy(PAUSE);
    long same = 0;
    while (looks > 0 && same < rest.dividedBy(PAUSE) && !last.test(value)) {
      LockSupport.parkNanos(PAUSE.toNanos());
      var next = read.get();
      same = next.equals(value) ? same + 1 : 0;
      value = next;
      looks--;
    }
    return value;
  }
}
