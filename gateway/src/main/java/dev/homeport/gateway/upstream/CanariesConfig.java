package dev.homeport.gateway.upstream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Services of which another version runs beside, for some of the requests. */
@ConfigMapping(prefix = "homeport.gateway.canaries")
public interface CanariesConfig {

  /** By the service's name. */
  @WithParentName
  Map<String, CanaryConfig> byService();

  /** Which requests go to the other version; any of the three is enough. */
  interface CanaryConfig {

    /** Where it is. */
    List<URI> addresses();

    /** So many of a hundred requests, drawn by chance. */
    @WithDefault("0")
    int percent();

    /** Those that have this header, with any value but {@code false}. */
    Optional<String> header();

    /** Those of these tenants. */
    Optional<Set<UUID>> tenants();
  }
}
