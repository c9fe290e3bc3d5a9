package dev.homeport.gateway.authentication;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose credentials they are.
 *
 * @param client the client's id at Keycloak
 * @param tenant that the token names; null for clients of the platform
 * @param plan whose limit holds for this client where it is the narrower one; null for none
 */
public record Caller(String client, @Nullable UUID tenant, @Nullable String plan) {

  /** One without a limit of its own. */
  public Caller(String client, @Nullable UUID tenant) {
    this(client, tenant, null);
  }
}
