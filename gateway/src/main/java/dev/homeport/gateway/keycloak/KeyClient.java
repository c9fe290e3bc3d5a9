package dev.homeport.gateway.keycloak;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The client of an API key, with its present secret.
 *
 * @param secretMadeAt to the second
 * @param previousEndsAt until when the secret before works too; null when there is none
 */
public record KeyClient(
    String clientId, String secret, Instant secretMadeAt, @Nullable Instant previousEndsAt) {

  /** Without the secret. */
  @Override
  public String toString() {
    return "KeyClient[" + clientId + "]";
  }
}
