package dev.homeport.gateway.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Clients as Keycloak writes them. */
final class ClientDocument {
  /** Whose client it is; a client without it was not made by the gateway. */
  private static final String TENANT = "homeport.tenant";

  /** For {@code sub} and for our audience; they name no permission. */
  private static final List<String> TECHNICAL_SCOPES = List.of("basic", "homeport-audience");

  private ClientDocument() {}

  /** A client that can do nothing but get tokens for itself, which name the tenant. */
  static Map<String, Object> of(String clientId, String name, UUID tenant, List<String> scopes) {
    return of(
        clientId,
        name,
        scopes,
        Map.of(TENANT, tenant.toString()),
        List.of(claim("tenant", "String", tenant.toString())));
  }

  /** As the other; its tokens are short and say how much it may ask for, and until when. */
  static Map<String, Object> of(NewKeyClient wanted) {
    var attributes = new HashMap<String, String>();
    attributes.put(TENANT, wanted.tenant().toString());
    attributes.put("homeport.created-by", wanted.createdBy());
    attributes.put("homeport.created-at", wanted.createdAt().toString());
    attributes.put(
        "access.token.lifespan", Long.toString(Math.max(1, wanted.tokenLifetime().toSeconds())));
    var claims = new ArrayList<Map<String, Object>>();
    claims.add(claim("tenant", "String", wanted.tenant().toString()));
    if (wanted.plan() != null) {
      attributes.put("homeport.plan", wanted.plan());
      claims.add(claim("plan", "String", wanted.plan()));
    }
    if (wanted.expiresAt() != null) {
      attributes.put("homeport.expires-at", wanted.expiresAt().toString());
      String end = Long.toString(wanted.expiresAt().getEpochSecond());
      claims.add(claim("key_expires_at", "long", end));
    }
    return of(wanted.clientId(), wanted.name(), wanted.scopes(), attributes, claims);
  }

  private static Map<String, Object> of(
      String clientId,
      String name,
      List<String> scopes,
      Map<String, String> attributes,
      List<Map<String, Object>> claims) {
    return Map.ofEntries(
        Map.entry("clientId", clientId),
        Map.entry("name", name),
        Map.entry("enabled", true),
        Map.entry("protocol", "openid-connect"),
        Map.entry("publicClient", false),
        Map.entry("serviceAccountsEnabled", true),
        Map.entry("standardFlowEnabled", false),
        Map.entry("implicitFlowEnabled", false),
        Map.entry("directAccessGrantsEnabled", false),
        Map.entry("fullScopeAllowed", false),
        Map.entry(
            "defaultClientScopes",
            Stream.concat(TECHNICAL_SCOPES.stream(), scopes.stream()).toList()),
        Map.entry("optionalClientScopes", List.of()),
        Map.entry("attributes", attributes),
        Map.entry("protocolMappers", claims));
  }

  private static Map<String, Object> claim(String name, String type, String value) {
    return Map.of(
        "name",
        name,
        "protocol",
        "openid-connect",
        "protocolMapper",
        "oidc-hardcoded-claim-mapper",
        "config",
        Map.of(
            "claim.name", name,
            "claim.value", value,
            "jsonType.label", type,
            "access.token.claim", "true",
            "id.token.claim", "false",
            "userinfo.token.claim", "false",
            "introspection.token.claim", "true"));
  }

  /** Empty when it is not a client of ours. */
  static Optional<TenantClient> read(JsonNode document) {
    JsonNode tenant = document.path("attributes").path(TENANT);
    if (!tenant.isTextual()) {
      return Optional.empty();
    }
    return Optional.of(
        new TenantClient(
            document.path("clientId").asText(),
            document.path("secret").asText(),
            UUID.fromString(tenant.textValue()),
            scopes(document)));
  }

  /** What the client of an API key shows of its secrets. */
  static KeyClient readKey(JsonNode document) {
    JsonNode attributes = document.path("attributes");
    return new KeyClient(
        document.path("clientId").asText(),
        document.path("secret").asText(),
        Instant.ofEpochSecond(attributes.path("client.secret.creation.time").asLong()),
        attributes.has("client.secret.rotated.expiration.time")
            ? Instant.ofEpochSecond(
                attributes.path("client.secret.rotated.expiration.time").asLong())
            : null);
  }

  /** The permissions of a client, in the order of their names. */
  static List<String> scopes(JsonNode document) {
    return StreamSupport.stream(document.path("defaultClientScopes").spliterator(), false)
        .map(JsonNode::asText)
        .filter(scope -> !TECHNICAL_SCOPES.contains(scope))
        .sorted()
        .toList();
  }
}
