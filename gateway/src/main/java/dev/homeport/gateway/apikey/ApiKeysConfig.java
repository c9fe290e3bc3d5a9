package dev.homeport.gateway.apikey;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The API keys that tenants make for themselves. */
@ConfigMapping(prefix = "homeport.gateway.api-keys")
public interface ApiKeysConfig {

  /** How many a tenant may have that are neither revoked nor expired. */
  @WithDefault("100")
  int perTenant();

  /**
   * How long a token of a key is good, and so how long a revoked one can go on at other replicas
   * and at services. Holds for keys that are made from then on.
   */
  @WithDefault("60s")
  Duration tokenLifetime();
}
