package dev.homeport.platform.openapi;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.security.OAuthFlow;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Who may call: a client of the merchant's, with a token that carries the scope. */
final class ApiSecurity {
  private static final String OAUTH2 = "oauth2";
  private static final String BEARER = "bearer";
  private static final String TOKEN_URL =
      "https://auth.homeport.dev/realms/homeport/protocol/openid-connect/token";

  private ApiSecurity() {}

  static void describe(Components components, Set<String> scopes) {
    OAuthFlow flow = OASFactory.createOAuthFlow().tokenUrl(TOKEN_URL);
    scopes.forEach(scope -> flow.addScope(scope, description(scope)));
    if (scopes.isEmpty()) {
      flow.setScopes(Map.of());
    }
    components.addSecurityScheme(
        OAUTH2,
        OASFactory.createSecurityScheme()
            .type(SecurityScheme.Type.OAUTH2)
            .description(
                "A client of the merchant's fetches its own tokens: JWTs as RFC8725 advises.")
            .flows(OASFactory.createOAuthFlows().clientCredentials(flow)));
    components.addSecurityScheme(
        BEARER,
        OASFactory.createSecurityScheme()
            .type(SecurityScheme.Type.HTTP)
            .scheme("bearer")
            .bearerFormat("JWT")
            .description("The same token with the same scope, or an API key (RFC8725, RFC9068)."));
  }

  /**
   * Says which scopes let a caller in: each alternative by itself is enough. An operation that
   * takes no token may say itself what it takes instead.
   */
  static void require(Operation operation, ResourceMethod method) {
    if (!method.secured()) {
      if (operation.getSecurity() == null) {
        operation.setSecurity(List.of());
      }
      return;
    }
    Set<String> alternatives = method.scopes().isEmpty() ? Set.of("") : method.scopes();
    for (String scope : alternatives) {
      List<String> scopes = scope.isEmpty() ? List.of() : List.of(scope);
      operation.addSecurityRequirement(
          OASFactory.createSecurityRequirement().addScheme(OAUTH2, scopes));
    }
    operation.addSecurityRequirement(
        OASFactory.createSecurityRequirement().addScheme(BEARER, List.of()));
  }

  private static String description(String scope) {
    String[] parts = scope.split(":", 2);
    return parts.length == 2
        ? Character.toUpperCase(parts[1].charAt(0)) + parts[1].substring(1) + " " + parts[0] + "."
        : scope;
  }
}
