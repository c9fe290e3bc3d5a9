package dev.homeport.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Reads what follows from events, once it has stopped changing. */
final class Settled {

  private static final long PAUSE_NANOS = 500_000_000;
  private static final int SAME = 3;
  private static final int LOOKS = 120;

  private Settled() {}

  /** The value that three looks in a row have shown; the last one when it never rests. */
  static JsonNode of(Supplier<JsonNode> read) {
    var value = read.get();
    int same = 1;
    for (int look = 1; look < LOOKS && same < SAME; look++) {
      LockSupport.parkNanos(PAUSE_NANOS);
      var next = read.get();
      same = next.equals(value) ? same + 1 : 1;
      value = next;
    }
    return value;
  }
}
