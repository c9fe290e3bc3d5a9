package dev.homeport.gateway.overview;

import io.vertx.core.buffer.Buffer;

/**
 * What a service answered.
 *
 * @param location empty unless the answer names one
 */
record Answer(int status, Buffer body, String location) {
  private static final int UNREACHABLE = 503;
  private static final int BROKEN_OFF = 500;

  /** The service could not be asked. */
  static Answer unreachable() {
    return new Answer(UNREACHABLE, Buffer.buffer(), "");
  }

  /** It was asked, and broke off. */
  static Answer brokenOff() {
    return new Answer(BROKEN_OFF, Buffer.buffer(), "");
  }
}
