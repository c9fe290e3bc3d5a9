package dev.homeport.platform.idempotency;

import java.util.Arrays;
import java.util.Objects;

/**
 * A request with an {@code Idempotency-Key}.
 *
 * @param scope client, method and route: the same key elsewhere is another key
 * @param key as the client sent it, without the quotes of a structured field
 * @param fingerprint SHA-256 of path, query and canonical body
 */
public record KeyedRequest(String scope, String key, byte[] fingerprint) {

  @Override
  public boolean equals(Object other) {
    return other instanceof KeyedRequest that
        && scope.equals(that.scope)
        && key.equals(that.key)
        && Arrays.equals(fingerprint, that.fingerprint);
  }

  @Override
  public int hashCode() {
    return Objects.hash(scope, key);
  }

  @Override
  public String toString() {
    return scope + " " + key;
  }
}
