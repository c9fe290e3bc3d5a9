package dev.homeport.gateway.keycloak;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.homeport.gateway.keycloak.KeycloakHttp.Reply;
import dev.homeport.platform.problem.Problem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keycloak's administration of the realm's clients, with the gateway's own token. Blocking. */
@ApplicationScoped
class AdminApi {
  private static final int UNAUTHORIZED = 401;

  private final KeycloakHttp keycloak;
  private final OwnToken own;
  private final KeycloakConfig config;
  private final ObjectMapper json;

  AdminApi(KeycloakHttp keycloak, OwnToken own, KeycloakConfig config, ObjectMapper json) {
    this.keycloak = keycloak;
    this.own = own;
    this.config = config;
    this.json = json;
  }

  /**
   * @param path below {@code /clients} of the realm
   * @param body written as JSON; none when null
   * @throws Problem 503 when Keycloak does not answer, or does not let the gateway in
   */
  Reply call(HttpMethod method, String path, @Nullable Object body) {
    return realm(method, "/clients" + path, body);
  }

  /**
   * As {@link #call}.
   *
   * @param path below the realm
   */
  Reply realm(HttpMethod method, String path, @Nullable Object body) {
    Reply reply = once(method, path, body);
    if (reply.status() == UNAUTHORIZED) {
      // Its keys have changed since the token was given.
      own.forget();
      reply = once(method, path, body);
    }
    return reply;
  }

  private Reply once(HttpMethod method, String path, @Nullable Object body) {
    var headers =
        Map.of("authorization", "Bearer " + own.token(), "content-type", "application/json");
    String target = "/admin/realms/" + config.realm() + path;
    return own.await(keycloak.send(method, target, headers, bytes(body)));
  }

  private Buffer bytes(@Nullable Object body) {
    try {
      return body == null ? Buffer.buffer() : Buffer.buffer(json.writeValueAsBytes(body));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("A client has no JSON", e);
    }
  }
}
