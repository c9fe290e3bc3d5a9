package dev.homeport.gateway.tenant.rest;

import dev.homeport.gateway.tenant.ServiceStates;
import dev.homeport.gateway.tenant.TenantView;
import dev.homeport.platform.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.SortedSet;
import java.util.UUID;

/** Looks whether the services have emptied a sandbox. */
@ApplicationScoped
class Resets {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final ServiceStates services;

  Resets(ServiceStates services) {
    this.services = services;
  }

  /** Waits a while until each of them has emptied it for that time. */
  ResetView await(TenantView tenant, int epoch) {
    UUID id = Ids.readPath(TenantView.PREFIX, tenant.id());
    SortedSet<String> emptied = services.all();
    SortedSet<String> pending = pending(id, epoch);
    emptied.removeAll(pending);
    return new ResetView(tenant, List.copyOf(emptied), List.copyOf(pending));
  }

  private SortedSet<String> pending(UUID id, int epoch) {
    try {
      return services.await(id, state -> state.epoch() >= epoch, PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The gateway is stopping", e);
    }
  }
}
