package dev.homeport.gateway.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import dev.homeport.gateway.keycloak.KeycloakHttp.Reply;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** The public OpenID Connect endpoints of the realm. */
@ApplicationScoped
public class RealmEndpoints {
  private static final Map<String, String> FORM =
      Map.of("content-type", "application/x-www-form-urlencoded");

  private final KeycloakHttp keycloak;
  private final String path;

  RealmEndpoints(KeycloakHttp keycloak, KeycloakConfig config) {
    this.keycloak = keycloak;
    this.path = "/realms/" + config.realm() + "/protocol/openid-connect";
  }

  /** A token by client credentials. Fails when Keycloak cannot be had. */
  public Future<Grant> clientCredentials(String clientId, String secret) {
    String form =
        "grant_type=client_credentials&client_id=%s&client_secret=%s"
            .formatted(encode(clientId), encode(secret));
    return keycloak
        .send(HttpMethod.POST, path + "/token", FORM, Buffer.buffer(form))
        .map(RealmEndpoints::grant);
  }

  /** The realm's public keys as a JSON Web Key Set. Fails when Keycloak cannot be had. */
  public Future<String> signingKeys() {
    return keycloak
        .send(HttpMethod.GET, path + "/certs", Map.of(), Buffer.buffer())
        .compose(
            reply ->
                reply.status() == 200
                    ? Future.succeededFuture(reply.body().toString())
                    : Future.failedFuture("Keycloak has no keys, status " + reply.status()));
  }

  private static Grant grant(Reply reply) {
    JsonNode token = reply.body().path("access_token");
    return reply.status() == 200 && token.isTextual()
        ? new Grant.Granted(
            token.textValue(), Duration.ofSeconds(reply.body().path("expires_in").asLong()))
        : new Grant.Refused();
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
