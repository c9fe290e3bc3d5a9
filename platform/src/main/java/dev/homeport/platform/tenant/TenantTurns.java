package dev.homeport.platform.tenant;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Does what recurs for every tenant, for a few of them at a time on threads of their own: a tenant
 * with much of it holds up itself, not the others. In this replica the same work is never done
 * twice at once for a tenant; among replicas a lease sees to that.
 */
@ApplicationScoped
public class TenantTurns {
  private static final Logger LOG = Logger.getLogger(TenantTurns.class);
  private static final int AT_ONCE = 3;

  private final Map<String, Semaphore> turns = new ConcurrentHashMap<>();
  private final Set<Turn> begun = ConcurrentHashMap.newKeySet();
  private volatile boolean stopping;

  private record Turn(String work, UUID tenant) {}

  /**
   * Begins the work for those tenants for which it is not under way, and does not wait for its end.
   * What fails is logged; the next round tries it again.
   *
   * @param work what it is called, the same each time
   */
  public void begin(String work, Collection<UUID> tenants, Consumer<UUID> step) {
    for (UUID tenant : tenants) {
      var turn = new Turn(work, tenant);
      if (begun.add(turn)) {
        Thread.ofVirtual().name(work + "-" + tenant).start(() -> take(turn, step));
      }
    }
  }

  void stop(@Observes ShutdownEvent event) {
    stopping = true;
  }

  private void take(Turn turn, Consumer<UUID> step) {
    Semaphore permits = turns.computeIfAbsent(turn.work(), _ -> new Semaphore(AT_ONCE, true));
    permits.acquireUninterruptibly();
    try {
      if (!stopping) {
        inRequestContext(() -> step.accept(turn.tenant()));
      }
    } catch (RuntimeException fault) {
      if (!stopping) {
        LOG.warnf(fault, "will be tried again: work=%s tenant=%s", turn.work(), turn.tenant());
      }
    } finally {
      permits.release();
      begun.remove(turn);
    }
  }

  private static void inRequestContext(Runnable step) {
    ManagedContext context = Arc.container().requestContext();
    context.activate();
    try {
      step.run();
    } finally {
      context.terminate();
    }
  }
}
