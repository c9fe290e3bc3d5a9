package dev.homeport.gateway.overview;

import io.vertx.core.buffer.Buffer;

/** What came of gathering the parts. */
sealed interface Outcome {

  /** All that could be had, as JSON. */
  record Gathered(Buffer json) implements Outcome {}

  /** Another customer has taken the place of this one. */
  record Moved(String customer) implements Outcome {}

  /** There is no such customer. */
  record NoCustomer() implements Outcome {}

  /** Not one part could be had. */
  record Nothing() implements Outcome {}
}
