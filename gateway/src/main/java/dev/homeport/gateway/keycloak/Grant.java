package dev.homeport.gateway.keycloak;

import java.time.Duration;

/** Keycloak's answer to a client that asks for a token. */
public sealed interface Grant {

  /** A token for the client. */
  record Granted(String token, Duration lifetime) implements Grant {}

  /** No such client, or not its secret. */
  record Refused() implements Grant {}
}
