package dev.homeport.gateway.browser;

import dev.homeport.gateway.tenant.TenantDirectory;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Which tenants let scripts of which origins in, as of a few seconds ago. */
@ApplicationScoped
class AllowedOrigins {
  private static final Logger LOG = Logger.getLogger(AllowedOrigins.class);

  private final TenantDirectory tenants;
  private final BrowserConfig config;
  private final Vertx vertx;
  private volatile Map<String, Set<UUID>> byOrigin = Map.of();

  AllowedOrigins(TenantDirectory tenants, BrowserConfig config, Vertx vertx) {
    this.tenants = tenants;
    this.config = config;
    this.vertx = vertx;
  }

  /** The tenants that allow it; empty when none does. */
  Set<UUID> tenants(String origin) {
    return byOrigin.getOrDefault(origin, Set.of());
  }

  void start(@Observes StartupEvent event) {
    refresh();
    vertx.setPeriodic(config.originsRefresh().toMillis(), _ -> refresh());
  }

  private void refresh() {
    Thread.startVirtualThread(
        () -> {
          try {
            byOrigin = tenants.origins();
          } catch (RuntimeException e) {
            // Those of before stay until the database can be asked again.
            LOG.warnf("allowed origins not read: %s", e.getMessage());
          }
        });
  }
}
