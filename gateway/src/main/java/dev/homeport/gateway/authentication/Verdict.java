package dev.homeport.gateway.authentication;

import java.time.Duration;
import java.time.Instant;

/** What is decided about the credentials of a request. */
public sealed interface Verdict {

  /**
   * They are good.
   *
   * @param token the access token to go on with
   * @param expiresAt when the token does
   */
  record Accepted(String token, Instant expiresAt, Caller caller) implements Verdict {}

  /**
   * They are missing or not good.
   *
   * @param reason for the caller to read
   * @param guessed whether they may have been guessed
   */
  record Refused(String reason, boolean guessed) implements Verdict {}

  /**
   * They are not good either, or not looked at, because so many from the same address were not.
   *
   * @param retryAfter how long until the next ones are looked at
   */
  record TooMany(Duration retryAfter) implements Verdict {}

  /** It cannot be told, because Keycloak does not answer. */
  record Undecided() implements Verdict {}
}
