package dev.homeport.gateway.upstream;

import dev.homeport.gateway.upstream.CanariesConfig.CanaryConfig;
import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Another version of a service, and which requests are for it. */
record Canary(List<Backend> backends, Share share) {

  Canary {
    backends = List.copyOf(backends);
  }

  /**
   * Which requests; any of the three is enough.
   *
   * @param percent so many of a hundred, drawn by chance
   * @param header those that have it, with any value but {@code false}
   * @param tenants those of these tenants
   */
  record Share(int percent, @Nullable String header, Set<UUID> tenants) {
    private static final int HUNDRED = 100;

    Share {
      tenants = Set.copyOf(tenants);
    }

    static Share of(CanaryConfig config) {
      return new Share(
          config.percent(), config.header().orElse(null), config.tenants().orElse(Set.of()));
    }

    boolean takes(@Nullable UUID tenant, MultiMap headers) {
      return (tenant != null && tenants.contains(tenant))
          || asked(headers)
          || (percent > 0 && ThreadLocalRandom.current().nextInt(HUNDRED) < percent);
    }

    private boolean asked(MultiMap headers) {
      String value = header == null ? null : headers.get(header);
      return value != null && !value.equalsIgnoreCase("false");
    }
  }
}
