package dev.homeport.system.load;

import io.vertx.core.buffer.Buffer;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * Who is asked what. Used on one thread only.
 *
 * @param port on the loopback address
 * @param token the bearer token, or an empty text for none
 * @param requests the next request, a different one each time
 * @param answered hears of each answer and when it arrived ({@code System.nanoTime})
 */
record Target(
    int port, String token, Supplier<Request> requests, BiConsumer<Buffer, Long> answered) {

  static final String HOST = "127.0.0.1";

  Target(int port, String token, Supplier<Request> requests) {
    this(port, token, requests, (_, _) -> {});
  }
}
