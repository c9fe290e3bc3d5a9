package dev.homeport.gateway.usage;

import dev.homeport.gateway.limits.RequestCounts;
import dev.homeport.gateway.limits.RequestCounts.HandOver;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/**
 * Keeps what was counted, every second or so and when the gateway stops. Where the database does
 * not answer, it stays counted here and is kept later; what a replica that is killed has counted
 * since the last time is lost.
 */
@ApplicationScoped
class UsageKeeping {
  private static final Logger LOG = Logger.getLogger(UsageKeeping.class);

  private final RequestCounts counts;
  private final UsageTable table;
  private final Counter failures;
  private boolean failing;

  UsageKeeping(RequestCounts counts, UsageTable table, MeterRegistry metrics) {
    this.counts = counts;
    this.table = table;
    this.failures = metrics.counter("homeport.gateway.usage.failures");
  }

  @Scheduled(
      every = "{homeport.gateway.limits.usage-every}",
      concurrentExecution = ConcurrentExecution.SKIP)
  synchronized void keep() {
    HandOver handOver = counts.handOver();
    try {
      counts.kept(handOver, table.add(handOver));
      failing = false;
    } catch (SQLException | RuntimeException e) {
      counts.notKept(handOver);
      failures.increment();
      if (!failing) {
        LOG.warnf("counted requests will be kept later: %s", e.getMessage());
      }
      failing = true;
    }
  }

  void stop(@Observes @Priority(1) ShutdownEvent event) {
    keep();
  }
}
