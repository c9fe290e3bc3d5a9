package dev.homeport.gateway.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
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
        Map.entry("attributes", Map.of(TENANT, tenant.toString())),
        Map.entry("protocolMappers", List.of(tenantClaim(tenant))));
  }

  private static Map<String, Object> tenantClaim(UUID tenant) {
    return Map.of(
        "name", "tenant",
        "protocol", "openid-connect",
        "protocolMapper", "oidc-hardcoded-claim-mapper",
        "config",
            Map.of(
                "claim.name", "tenant",
                "claim.value", tenant.toString(),
                "jsonType.label", "String",
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
    List<String> scopes =
        StreamSupport.stream(document.path("defaultClientScopes").spliterator(), false)
            .map(JsonNode::asText)
            .filter(scope -> !TECHNICAL_SCOPES.contains(scope))
            .sorted()
            .toList();
    return Optional.of(
        new TenantClient(
            document.path("clientId").asText(),
            document.path("secret").asText(),
            UUID.fromString(tenant.textValue()),
            scopes));
  }
}
