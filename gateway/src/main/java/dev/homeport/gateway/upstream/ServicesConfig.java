package dev.homeport.gateway.upstream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * Where each service is: {@code homeport.gateway.services.order-service=http://localhost:8082}, or
 * several addresses with commas between them.
 */
@ConfigMapping(prefix = "homeport.gateway.services")
public interface ServicesConfig {

  /** Scheme, host and port by the service's name, which is also its segment in paths. */
  @WithParentName
  Map<String, List<URI>> addresses();
}
