package dev.homeport.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The realm file against the real Keycloak. One start for the whole class. */
class RealmTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static KeycloakServer keycloak;

  @BeforeAll
  static void start(@TempDir Path temp) {
    keycloak = KeycloakServer.start(temp.resolve("keycloak"));
  }

  @AfterAll
  static void stop() {
    keycloak.close();
  }

  @Test
  void the_platform_administrator_may_make_tenants_and_nothing_else() {
    var claims = claims(token("homeport-admin", "local-only-admin-secret"));

    assertThat(claims.path("iss").asText()).isEqualTo(keycloak.realmUrl());
    assertThat(claims.path("aud").asText()).isEqualTo("homeport-api");
    assertThat(claims.path("azp").asText()).isEqualTo("homeport-admin");
    assertThat(claims.path("sub").asText()).isNotEmpty();
    assertThat(scopes(claims)).containsExactlyInAnyOrder("tenants:read", "tenants:write");
    assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(900);
    assertThat(claims.has("tenant")).isFalse();
  }

  @Test
  void tokens_for_somebody_else_do_not_name_our_audience() {
    var claims = claims(token("homeport-wrong-audience", "local-only-wrong-audience-secret"));

    assertThat(claims.path("aud").asText()).isNotEqualTo("homeport-api");
    assertThat(scopes(claims)).containsExactly("orders:read");
  }

  @Test
  void the_gateway_makes_a_client_whose_tokens_carry_its_tenant() {
    makeTenantClient("tenant-made", "made-secret");

    var claims = claims(token("tenant-made", "made-secret"));
    assertThat(claims.path("aud").asText()).isEqualTo("homeport-api");
    assertThat(claims.path("tenant").asText()).isEqualTo("0198c0de-0000-7000-8000-000000000001");
    assertThat(scopes(claims)).containsExactlyInAnyOrder("orders:read", "loyalty:write");
    assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(60);
  }

  @Test
  void a_rotated_secret_works_beside_the_new_one_until_the_overlap_is_ended() {
    makeTenantClient("tenant-rotated", "first-secret");
    var client = clients("?clientId=tenant-rotated").get(0).path("id").asText();

    var second = admin("POST", "/clients/" + client + "/client-secret", "").body();
    var secret = read(second).path("value").asText();
    assertThat(token("tenant-rotated", secret).isMissingNode()).isFalse();
    assertThat(token("tenant-rotated", "first-secret").isMissingNode()).isFalse();

    var ended = admin("DELETE", "/clients/" + client + "/client-secret/rotated", "");
    assertThat(ended.statusCode()).isEqualTo(204);
    assertThat(token("tenant-rotated", secret).isMissingNode()).isFalse();
    assertThat(token("tenant-rotated", "first-secret").isMissingNode()).isTrue();
  }

  @Test
  void the_gateway_finds_its_clients_by_prefix_and_sees_no_users() {
    makeTenantClient("tenant-found-1", "x");
    makeTenantClient("tenant-found-2", "x");

    assertThat(clients("?clientId=tenant-found-&search=true&first=0&max=10")).hasSize(2);
    assertThat(admin("GET", "/users", "").statusCode()).isEqualTo(403);
  }

  @Test
  void every_scope_that_a_tenant_can_be_given_exists() {
    var names =
        StreamSupport.stream(read(admin("GET", "/client-scopes", "").body()).spliterator(), false)
            .map(scope -> scope.path("name").asText())
            .toList();

    assertThat(names)
        .containsAll(
            List.of(
                "basic",
                "homeport-audience",
                "orders:read",
                "orders:write",
                "customers:read",
                "customers:write",
                "analytics:read",
                "analytics:write",
                "loyalty:read",
                "loyalty:write",
                "rates:write",
                "api-keys:read",
                "api-keys:write",
                "usage:read",
                "channels:bodies",
                "channels:read",
                "channels:write",
                "admin:read",
                "admin:write",
                "tenants:read",
                "tenants:write",
                "webhooks:read",
                "webhooks:write"));
  }

  private static void makeTenantClient(String clientId, String secret) {
    var made =
        admin(
            "POST",
            "/clients",
            """
            {"clientId": "%s", "secret": "%s", "enabled": true, "protocol": "openid-connect",
             "publicClient": false, "serviceAccountsEnabled": true, "standardFlowEnabled": false,
             "implicitFlowEnabled": false, "directAccessGrantsEnabled": false,
             "fullScopeAllowed": false, "optionalClientScopes": [],
             "defaultClientScopes": ["basic", "homeport-audience", "orders:read", "loyalty:write"],
             "attributes": {"access.token.lifespan": "60"},
             "protocolMappers": [
               {"name": "tenant", "protocol": "openid-connect",
                "protocolMapper": "oidc-hardcoded-claim-mapper",
                "config": {"claim.name": "tenant", "jsonType.label": "String",
                  "claim.value": "0198c0de-0000-7000-8000-000000000001",
                  "access.token.claim": "true", "introspection.token.claim": "true"}}]}
            """
                .formatted(clientId, secret));
    assertThat(made.statusCode()).isEqualTo(201);
  }

  private static JsonNode clients(String query) {
    return read(admin("GET", "/clients" + query, "").body());
  }

  private static HttpResponse<String> admin(String method, String path, String body) {
    var token = token("homeport-gateway", "local-only-gateway-secret").asText();
    return send(
        HttpRequest.newBuilder(URI.create(keycloak.url() + "/admin/realms/homeport" + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body)));
  }

  private static JsonNode token(String clientId, String secret) {
    var form =
        "grant_type=client_credentials&client_id=%s&client_secret=%s"
            .formatted(clientId, URLEncoder.encode(secret, StandardCharsets.UTF_8));
    var answer =
        send(
            HttpRequest.newBuilder(URI.create(keycloak.tokenUrl()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    return answer.statusCode() == 200
        ? read(answer.body()).path("access_token")
        : MissingNode.getInstance();
  }

  private static JsonNode claims(JsonNode token) {
    var payload = token.asText().split("\\.", -1)[1];
    return read(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8));
  }

  private static List<String> scopes(JsonNode claims) {
    return List.of(claims.path("scope").asText().split(" ", -1));
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new AssertionError(json, e);
    }
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
