package dev.homeport.gateway.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import dev.homeport.gateway.keycloak.KeycloakHttp.Reply;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The clients of API keys at Keycloak, which alone stores their secrets. Blocking. */
@ApplicationScoped
public class KeyClients {
  private static final int CREATED = 201;
  private static final int NOT_FOUND = 404;

  private final AdminApi admin;
  private final TenantClients clients;

  KeyClients(AdminApi admin, TenantClients clients) {
    this.admin = admin;
    this.clients = clients;
  }

  /** Makes a client, and Keycloak a secret for it. */
  public KeyClient create(NewKeyClient wanted) {
    Reply reply = admin.call(HttpMethod.POST, "", ClientDocument.of(wanted));
    if (reply.status() != CREATED) {
      throw TenantClients.unexpected(reply);
    }
    JsonNode made = clients.existing(wanted.clientId());
    if (!ClientDocument.scopes(made).containsAll(wanted.scopes())) {
      // Keycloak drops names that it does not know without a word.
      throw new IllegalStateException("The realm lacks some of the scopes " + wanted.scopes());
    }
    return ClientDocument.readKey(made);
  }

  /** Empty when Keycloak has none of that name. */
  public Optional<KeyClient> find(String clientId) {
    JsonNode found = clients.find(clientId);
    return found.isMissingNode() ? Optional.empty() : Optional.of(ClientDocument.readKey(found));
  }

  /** As {@link TenantClients#rotate}. */
  public void rotate(String clientId) {
    clients.rotate(clientId, false);
  }

  /** Lets the secret before the present one work no more. */
  public void endPrevious(String clientId) {
    clients.endPrevious(clientId);
  }

  /** Takes a client away; nothing happens when there is none. */
  public void delete(String clientId) {
    JsonNode found = clients.find(clientId);
    if (!found.isMissingNode()) {
      Reply reply = admin.call(HttpMethod.DELETE, "/" + found.path("id").asText(), null);
      if (reply.status() >= 400 && reply.status() != NOT_FOUND) {
        throw TenantClients.unexpected(reply);
      }
    }
  }
}
