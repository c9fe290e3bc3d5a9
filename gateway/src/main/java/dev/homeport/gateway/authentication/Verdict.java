package dev.homeport.gateway.authentication;

import java.time.Instant;

/** What is decided about the credentials of a request. */
public sealed interface Verdict {

  /**
   * They are good.
   *
   * @param token the access token to go on with
   * @param expiresAt when the token does
   */
  record Accepted(String token, Instant expiresAt) implements Verdict {}

  /**
   * They are missing or not good.
   *
   * @param reason for the caller to read
   */
  record Refused(String reason) implements Verdict {}

  /** It cannot be told, because Keycloak does not answer. */
  record Undecided() implements Verdict {}
}
