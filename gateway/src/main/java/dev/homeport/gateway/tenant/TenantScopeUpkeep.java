package dev.homeport.gateway.tenant;

import dev.homeport.gateway.keycloak.ScopeGrants;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Sees to it, once after every start, that the clients of tenants made by an earlier version have
 * the scopes which that version did not know. Clients of API keys keep what they were given.
 */
@ApplicationScoped
class TenantScopeUpkeep {
  private static final Logger LOG = Logger.getLogger(TenantScopeUpkeep.class);

  private final ScopeGrants grants;
  private volatile boolean done;

  TenantScopeUpkeep(ScopeGrants grants) {
    this.grants = grants;
  }

  @Scheduled(every = "1m", delayed = "5s", concurrentExecution = ConcurrentExecution.SKIP)
  void run() {
    if (done) {
      return;
    }
    try {
      int completed = grants.complete(TenantAdministration.CLIENT, TenantScopes.ALL);
      done = true;
      if (completed > 0) {
        LOG.infof("clients of tenants were given scopes that are new: clients=%d", completed);
      }
    } catch (RuntimeException e) {
      LOG.warnf("scopes of tenants will be looked at later: %s", e.getMessage());
    }
  }
}
