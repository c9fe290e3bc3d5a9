package dev.homeport.gateway.limits;

import io.vertx.core.Future;

/** The token buckets of all limits. */
interface Buckets {

  /**
   * Takes a token out of the bucket of a limit. Never fails and never blocks; may complete on any
   * thread.
   *
   * @param owner whose bucket it is: its text tells it from all others
   */
  Future<Draw> draw(Rate rate, String owner);
}
