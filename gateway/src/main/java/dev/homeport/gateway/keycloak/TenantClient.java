package dev.homeport.gateway.keycloak;

import java.util.List;
import java.util.UUID;

/**
 * The client with which a tenant's programs get their tokens.
 *
 * @param clientId by which it is known, also after a rotation of its secret
 * @param tenant that its tokens name
 * @param scopes that its tokens have
 */
public record TenantClient(String clientId, String secret, UUID tenant, List<String> scopes) {

  public TenantClient {
    scopes = List.copyOf(scopes);
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "TenantClient[" + clientId + "]";
  }
}
