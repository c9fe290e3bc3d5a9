package dev.homeport.system.load;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import org.jspecify.annotations.Nullable;

/**
 * A request to be sent.
 *
 * @param body JSON, absent for a read
 * @param key its idempotency key, absent for a read
 */
record Request(HttpMethod method, String path, @Nullable Buffer body, @Nullable String key) {

  static Request get(String path) {
    return new Request(HttpMethod.GET, path, null, null);
  }

  static Request post(String path, String key, Buffer body) {
    return new Request(HttpMethod.POST, path, body, key);
  }
}
