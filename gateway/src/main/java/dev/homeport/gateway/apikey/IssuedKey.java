package dev.homeport.gateway.apikey;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An API key without its secret.
 *
 * @param clientId of its client at Keycloak, for ever
 * @param plan whose limit of a client holds for it where it is narrower than the tenant's
 * @param createdBy the client that asked for it
 * @param expiresAt to the second, in real time, whatever the clock of a sandbox says
 * @param secretMadeAt when Keycloak made the secret that was last shown
 * @param previousEndsAt until when the secret before works too
 */
public record IssuedKey(
    UUID id,
    String clientId,
    String name,
    List<String> scopes,
    @Nullable String plan,
    String createdBy,
    Instant createdAt,
    @Nullable Instant expiresAt,
    Instant secretMadeAt,
    @Nullable Instant rotatedAt,
    @Nullable Instant previousEndsAt,
    @Nullable Instant revokedAt) {

  /** The prefix of identifiers of keys. */
  public static final String PREFIX = "key";

  public IssuedKey {
    scopes = List.copyOf(scopes);
  }

  /** At a time. */
  public KeyStatus status(Instant now) {
    if (revokedAt != null) {
      return KeyStatus.REVOKED;
    }
    return expiresAt == null || now.isBefore(expiresAt) ? KeyStatus.ACTIVE : KeyStatus.EXPIRED;
  }

  IssuedKey rotated(Instant madeAt, @Nullable Instant previousUntil, Instant at) {
    return new IssuedKey(
        id,
        clientId,
        name,
        scopes,
        plan,
        createdBy,
        createdAt,
        expiresAt,
        madeAt,
        at,
        previousUntil,
        revokedAt);
  }

  IssuedKey revoked(Instant at) {
    return new IssuedKey(
        id,
        clientId,
        name,
        scopes,
        plan,
        createdBy,
        createdAt,
        expiresAt,
        secretMadeAt,
        rotatedAt,
        null,
        at);
  }
}
