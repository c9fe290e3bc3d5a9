package dev.homeport.gateway.keycloak;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The client of an API key, as it is to be made.
 *
 * @param plan whose limit its tokens name; null for that of the tenant
 * @param expiresAt after which its tokens are good for nothing; null for never
 * @param createdBy the client that asked for it
 * @param tokenLifetime how long each of its tokens is good
 */
public record NewKeyClient(
    String clientId,
    String name,
    UUID tenant,
    List<String> scopes,
    @Nullable String plan,
    @Nullable Instant expiresAt,
    String createdBy,
    Instant createdAt,
    Duration tokenLifetime) {

  public NewKeyClient {
    scopes = List.copyOf(scopes);
  }
}
