package dev.homeport.gateway.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import dev.homeport.gateway.GatewayProblem;
import dev.homeport.gateway.keycloak.KeycloakHttp.Reply;
import dev.homeport.platform.problem.Problem;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The clients of tenants at Keycloak, which alone stores their secrets. Blocking. */
@ApplicationScoped
public class TenantClients {
  private static final int CREATED = 201;
  private static final int CONFLICT = 409;

  private final AdminApi admin;

  TenantClients(AdminApi admin) {
    this.admin = admin;
  }

  /**
   * The client of that name, made if it is missing. Asked again after a failure at any point, it
   * answers with the client that the first attempt made, and the tenant which that one names.
   *
   * @param proposed the tenant that a new client names
   * @throws Problem 409 when the name is taken by a client that the gateway has not made
   */
  public TenantClient ensure(String clientId, String name, UUID proposed, List<String> scopes) {
    if (find(clientId).isMissingNode()) {
      var document = ClientDocument.of(clientId, name, proposed, scopes);
      Reply reply = admin.call(HttpMethod.POST, "", document);
      if (reply.status() != CREATED && reply.status() != CONFLICT) {
        throw unexpected(reply);
      }
    }
    TenantClient client = get(clientId);
    if (!client.scopes().containsAll(scopes)) {
      // Keycloak drops names that it does not know without a word.
      throw new IllegalStateException("The realm lacks some of the scopes " + scopes);
    }
    return client;
  }

  /** The client with its present secret. */
  public TenantClient get(String clientId) {
    return ClientDocument.read(existing(clientId))
        .orElseThrow(() -> Problem.of(GatewayProblem.CLIENT_TAKEN));
  }

  /**
   * Gives the client a new secret.
   *
   * @param endPrevious whether the previous one stops at once; else it works for as long as the
   *     realm says
   */
  public void rotate(String clientId, boolean endPrevious) {
    String secret = "/" + existing(clientId).path("id").asText() + "/client-secret";
    Reply reply = admin.call(HttpMethod.POST, secret, null);
    if (reply.status() != 200) {
      throw unexpected(reply);
    }
    if (endPrevious) {
      end(secret);
    }
  }

  /** Lets the secret before the present one work no more; nothing happens when there is none. */
  void endPrevious(String clientId) {
    end("/" + existing(clientId).path("id").asText() + "/client-secret");
  }

  private void end(String secret) {
    Reply ended = admin.call(HttpMethod.DELETE, secret + "/rotated", null);
    if (ended.status() >= 400 && ended.status() != 404) {
      throw unexpected(ended);
    }
  }

  JsonNode existing(String clientId) {
    JsonNode found = find(clientId);
    if (found.isMissingNode()) {
      throw new IllegalStateException("Keycloak has no client " + clientId);
    }
    return found;
  }

  JsonNode find(String clientId) {
    Reply reply = admin.call(HttpMethod.GET, "?clientId=" + clientId, null);
    if (reply.status() != 200) {
      throw unexpected(reply);
    }
    return reply.body().path(0);
  }

  static IllegalStateException unexpected(Reply reply) {
    return new IllegalStateException("Keycloak answered with status " + reply.status());
  }
}
