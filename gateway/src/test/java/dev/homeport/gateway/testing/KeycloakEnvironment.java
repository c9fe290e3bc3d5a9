package dev.homeport.gateway.testing;

import dev.homeport.local.KeycloakServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A real Keycloak with the realm as it is shipped. */
public class KeycloakEnvironment extends GatewayEnvironment {
  /** Where its token endpoint is. */
  public static final String TOKEN_URL = "homeport.test.keycloak.token-url";

  /** Its process, for a test that holds it. */
  public static final String PID = "homeport.test.keycloak.pid";

  private @Nullable KeycloakServer keycloak;

  @Override
  public Map<String, String> start() {
    var settings = new HashMap<>(super.start());
    try {
      keycloak =
          KeycloakServer.start(
              Files.createTempDirectory(Path.of("target").toAbsolutePath(), "keycloak"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    settings.remove("quarkus.oidc.public-key");
    settings.remove("quarkus.oidc.token.issuer");
    settings.put("quarkus.oidc.auth-server-url", keycloak.realmUrl());
    settings.put("homeport.gateway.keycloak.url", keycloak.url());
    settings.put("homeport.gateway.authentication.issuer", keycloak.realmUrl());
    settings.put("homeport.gateway.keycloak.timeout", "3s");
    settings.put("homeport.gateway.authentication.refused-api-key-lifetime", "1s");
    settings.put("homeport.gateway.api-keys.token-lifetime", "10s");
    settings.put("homeport.gateway.api-keys.per-tenant", "6");
    settings.put(TOKEN_URL, keycloak.tokenUrl());
    settings.put(PID, Long.toString(keycloak.process().pid()));
    return settings;
  }

  @Override
  public void stop() {
    if (keycloak != null) {
      keycloak.close();
    }
    super.stop();
  }
}
