package dev.homeport.gateway.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import dev.homeport.gateway.keycloak.KeycloakHttp.Reply;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives a realm, and clients in it, scopes that did not exist when they were made: Keycloak imports
 * a realm only where there is none. Blocking; done again, it changes nothing.
 */
@ApplicationScoped
public class ScopeGrants {
  private static final int PAGE = 100;
  private static final String SCOPES = "/client-scopes";

  private final AdminApi admin;

  ScopeGrants(AdminApi admin) {
    this.admin = admin;
  }

  /**
   * Sees to it that all our clients whose name begins so have these scopes.
   *
   * @return how many clients lacked one
   */
  public int complete(String prefix, List<String> scopes) {
    Map<String, String> ids = inTheRealm(scopes);
    int completed = 0;
    for (int first = 0; ; first += PAGE) {
      JsonNode page =
          admin
              .call(
                  HttpMethod.GET,
                  "?search=true&clientId=%s&first=%d&max=%d".formatted(prefix, first, PAGE),
                  null)
              .body();
      for (JsonNode client : page) {
        if (client.path("clientId").asText().startsWith(prefix)
            && ClientDocument.read(client).isPresent()
            && complete(client, ids)) {
          completed++;
        }
      }
      if (page.size() < PAGE) {
        return completed;
      }
    }
  }

  private boolean complete(JsonNode client, Map<String, String> scopes) {
    var missing = new HashMap<>(scopes);
    missing.keySet().removeAll(ClientDocument.scopes(client));
    String path = "/" + client.path("id").asText() + "/default-client-scopes/";
    missing.values().forEach(id -> done(admin.call(HttpMethod.PUT, path + id, null)));
    return !missing.isEmpty();
  }

  /** The identifiers of scopes, which are made where they are missing. */
  private Map<String, String> inTheRealm(List<String> scopes) {
    Map<String, String> present = ids(scopes);
    for (String scope : scopes) {
      if (!present.containsKey(scope)) {
        done(admin.realm(HttpMethod.POST, SCOPES, scope(scope)));
      }
    }
    return present.size() == scopes.size() ? present : ids(scopes);
  }

  private Map<String, String> ids(List<String> scopes) {
    var ids = new HashMap<String, String>();
    for (JsonNode scope : done(admin.realm(HttpMethod.GET, SCOPES, null)).body()) {
      if (scopes.contains(scope.path("name").asText())) {
        ids.put(scope.path("name").asText(), scope.path("id").asText());
      }
    }
    return ids;
  }

  private static Map<String, Object> scope(String name) {
    return Map.of(
        "name",
        name,
        "protocol",
        "openid-connect",
        "attributes",
        Map.of("include.in.token.scope", "true", "display.on.consent.screen", "false"));
  }

  /** Another replica may have been quicker. */
  private static Reply done(Reply reply) {
    if (reply.status() >= 400 && reply.status() != 409) {
      throw TenantClients.unexpected(reply);
    }
    return reply;
  }
}
