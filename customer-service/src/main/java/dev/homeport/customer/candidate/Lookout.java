package dev.homeport.customer.candidate;

import static java.util.stream.Collectors.groupingBy;

import dev.homeport.customer.candidate.QueuedCustomers.Queued;
import dev.homeport.platform.tenant.CurrentTenant;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/** Looks at customers of whom something has changed, beside the work that changed them. */
@ApplicationScoped
class Lookout {
  private static final Logger LOG = Logger.getLogger(Lookout.class);
  private static final int BATCH = 100;

  private final QueuedCustomers queue;
  private final Matching matching;
  private final CurrentTenant currentTenant;

  Lookout(QueuedCustomers queue, Matching matching, CurrentTenant currentTenant) {
    this.queue = queue;
    this.matching = matching;
    this.currentTenant = currentTenant;
  }

  @Scheduled(every = "1s", delayed = "2s", concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void look() {
    List<Queued> claimed = queue.claim(BATCH);
    while (!claimed.isEmpty()) {
      claimed.stream()
          .collect(groupingBy(Queued::tenant))
          .forEach((tenant, some) -> currentTenant.run(tenant, () -> look(some)));
      claimed = queue.claim(BATCH);
    }
  }

  private void look(List<Queued> some) {
    try {
      matching.look(some.stream().map(Queued::customer).toList());
      queue.done(some);
    } catch (RuntimeException fault) {
      LOG.warnf(fault, "customers will be looked at again: tenant=%s", some.getFirst().tenant());
    }
  }
}
