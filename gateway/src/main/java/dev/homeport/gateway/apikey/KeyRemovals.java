package dev.homeport.gateway.apikey;

import dev.homeport.gateway.authentication.KeyChanges;
import dev.homeport.gateway.keycloak.KeyClients;
import dev.homeport.platform.problem.Problem;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Takes clients away from Keycloak whose keys have expired, or were never finished. Every replica
 * does; a client that is gone already is no fault.
 */
@ApplicationScoped
class KeyRemovals {
  private static final Logger LOG = Logger.getLogger(KeyRemovals.class);
  private static final int AT_ONCE = 50;

  private final KeyTable table;
  private final KeyClients clients;
  private final KeyChanges changes;
  private final Counter removed;

  KeyRemovals(KeyTable table, KeyClients clients, KeyChanges changes, MeterRegistry metrics) {
    this.table = table;
    this.clients = clients;
    this.changes = changes;
    this.removed = metrics.counter("homeport.gateway.api.keys", "action", "remove");
  }

  @Scheduled(every = "5s", delayed = "10s", concurrentExecution = ConcurrentExecution.SKIP)
  void run() {
    table.expire();
    for (String clientId : table.due(AT_ONCE)) {
      try {
        clients.delete(clientId);
        changes.revoked(clientId);
        table.gone(clientId);
        removed.increment();
      } catch (Problem e) {
        // Keycloak is away, so the others would wait in vain too.
        LOG.warnf("clients will be taken away later: %s", e.detail());
        return;
      } catch (RuntimeException e) {
        LOG.warnf("a client will be taken away later: clientId=%s %s", clientId, e.getMessage());
      }
    }
  }
}
