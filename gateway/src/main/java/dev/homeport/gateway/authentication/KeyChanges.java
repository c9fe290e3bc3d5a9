package dev.homeport.gateway.authentication;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Lets this replica know at once what has become of an API key; the others learn it from Keycloak,
 * within the lifetime of a key's token.
 */
@ApplicationScoped
public class KeyChanges {
  private final RevokedClients revoked;
  private final ApiKeys keys;

  KeyChanges(RevokedClients revoked, ApiKeys keys) {
    this.revoked = revoked;
    this.keys = keys;
  }

  /** No credentials of the client are good any more. */
  public void revoked(String clientId) {
    revoked.add(clientId);
    keys.forget(clientId);
  }

  /** One of the client's secrets is not good any more. */
  public void secretEnded(String clientId) {
    keys.forget(clientId);
  }
}
