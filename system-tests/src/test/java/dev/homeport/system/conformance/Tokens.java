package dev.homeport.system.conformance;

import static io.restassured.RestAssured.given;

import dev.homeport.system.Homeport;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Tokens of one client with exactly the scopes that are asked for: all scopes are optional to the
 * client, which the gateway's own client makes at Keycloak.
 */
final class Tokens {
  private final String clientId;
  private final String secret;
  private final Map<Set<String>, String> cache = new ConcurrentHashMap<>();

  private Tokens(String clientId, String secret) {
    this.clientId = clientId;
    this.secret = secret;
  }

  /**
   * @param tenant named by the tokens; none for those who run the platform
   * @param scopes that can be asked for
   */
  static Tokens of(@Nullable UUID tenant, Set<String> scopes) {
    String clientId = "conformance-" + UUID.randomUUID();
    String tokenUrl = Homeport.suite().keycloak().tokenUrl();
    String clients = tokenUrl.replaceFirst("/realms/([^/]+)/.*", "/admin/realms/$1/clients");
    String admin = Homeport.clientToken("homeport-gateway", "local-only-gateway-secret");
    given()
        .auth()
        .oauth2(admin)
        .contentType("application/json")
        .body(client(clientId, tenant, scopes))
        .post(clients)
        .then()
        .statusCode(201);
    Response made = given().auth().oauth2(admin).queryParam("clientId", clientId).get(clients);
    return new Tokens(clientId, made.path("[0].secret"));
  }

  /** A token with these scopes and no other. */
  String with(Set<String> scopes) {
    return cache.computeIfAbsent(Set.copyOf(scopes), this::fetch);
  }

  private String fetch(Set<String> scopes) {
    var request =
        given()
            .formParam("grant_type", "client_credentials")
            .formParam("client_id", clientId)
            .formParam("client_secret", secret);
    if (!scopes.isEmpty()) {
      request.formParam("scope", String.join(" ", scopes));
    }
    return request
        .post(Homeport.suite().keycloak().tokenUrl())
        .then()
        .statusCode(200)
        .extract()
        .path("access_token");
  }

  private static Map<String, Object> client(
      String clientId, @Nullable UUID tenant, Set<String> scopes) {
    return Map.ofEntries(
        Map.entry("clientId", clientId),
        Map.entry("protocol", "openid-connect"),
        Map.entry("publicClient", false),
        Map.entry("serviceAccountsEnabled", true),
        Map.entry("standardFlowEnabled", false),
        Map.entry("directAccessGrantsEnabled", false),
        Map.entry("fullScopeAllowed", false),
        Map.entry("defaultClientScopes", List.of("basic", "homeport-audience")),
        Map.entry("optionalClientScopes", List.copyOf(scopes)),
        Map.entry("protocolMappers", tenant == null ? List.of() : List.of(claim(tenant))));
  }

  private static Map<String, Object> claim(UUID tenant) {
    return Map.of(
        "name", "tenant",
        "protocol", "openid-connect",
        "protocolMapper", "oidc-hardcoded-claim-mapper",
        "config",
            Map.of(
                "claim.name", "tenant",
                "claim.value", tenant.toString(),
                "jsonType.label", "String",
                "access.token.claim", "true"));
  }
}
