package dev.homeport.gateway.tenant.rest;

import dev.homeport.gateway.authentication.ApiKey;
import dev.homeport.gateway.keycloak.TenantClient;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** With what a tenant's programs identify themselves. */
@Schema(
    name = "Credentials",
    description = "For OAuth2 client credentials at Keycloak, or the API key as a bearer token.")
record CredentialsView(
    @Schema(examples = "tenant-acme") String clientId,
    @Schema(examples = "d1YpDmmvPr0gNe5Zk1wB3cXb0ZbGx8Qu") String clientSecret,
    @Schema(examples = "hp_dGVuYW50LWFjbWU6ZDFZcERtbXZQcjBnTmU1WmsxdzNjWGIwWmJHeDhRdQ")
        String apiKey,
    @Schema(description = "What they allow.", examples = "[\"orders:read\", \"orders:write\"]")
        List<String> scopes) {

  static CredentialsView from(TenantClient client) {
    return new CredentialsView(
        client.clientId(),
        client.secret(),
        new ApiKey(client.clientId(), client.secret()).text(),
        client.scopes());
  }
}
