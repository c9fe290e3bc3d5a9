package dev.homeport.gateway.keycloak;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Where Keycloak is, and as whom the gateway speaks to it. */
@ConfigMapping(prefix = "homeport.gateway.keycloak")
public interface KeycloakConfig {

  /** The address as the gateway reaches it, for example {@code http://localhost:8180}. */
  URI url();

  /** The realm of all tenants. */
  String realm();

  /** The client that may manage other clients of the realm. */
  String clientId();

  /** Its secret. */
  String clientSecret();

  /** How long Keycloak may take over one call. */
  @WithDefault("4s")
  Duration timeout();

  /** Connections at the most; API keys that are seen for the first time share them. */
  @WithDefault("32")
  int connections();
}
