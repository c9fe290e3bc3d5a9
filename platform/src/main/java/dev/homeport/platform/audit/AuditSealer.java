package dev.homeport.platform.audit;

import dev.homeport.platform.lease.Lease;
import dev.homeport.platform.lease.Leases;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Puts committed entries into the next block of their tenant. It looks for entries without a block
 * and not for new numbers, so that one whose transaction committed late is not passed over. The
 * hash of every block is logged: a log kept elsewhere shows when a whole end of the chain is
 * missing.
 */
@ApplicationScoped
class AuditSealer {
  private static final Logger LOG = Logger.getLogger(AuditSealer.class);
  private static final String LEASE = "audit-sealer";
  private static final Duration TTL = Duration.ofSeconds(30);
  private static final int BLOCK = 1_000;

  private final AuditChain chain;
  private final Leases leases;

  AuditSealer(AuditChain chain, Leases leases) {
    this.chain = chain;
    this.leases = leases;
  }

  /** One replica at a time; a second one would do no harm, only useless work. */
  @Scheduled(
      every = "${homeport.audit.seal-every:5s}",
      concurrentExecution = ConcurrentExecution.SKIP)
  void seal() {
    Optional<Lease> lease = leases.tryAcquire(LEASE, TTL);
    if (lease.isEmpty()) {
      return;
    }
    try {
      for (UUID tenant : chain.unsealedTenants()) {
        while (sealOne(tenant) == BLOCK && leases.renew(lease.get(), TTL)) {}
      }
    } finally {
      leases.release(lease.get());
    }
  }

  /** Returns how many entries are in the new block. */
  private int sealOne(UUID tenant) {
    List<AuditEntry> entries = chain.unsealed(tenant, BLOCK);
    if (entries.isEmpty()) {
      return 0;
    }
    Block last = chain.last(tenant);
    var hash = new BlockHash(last.hash(), tenant, last.number() + 1);
    entries.forEach(hash::add);
    var block = new Block(last.number() + 1, hash.entries(), last.hash(), hash.end());
    int sealed = chain.append(tenant, block, entries.stream().map(AuditEntry::id).toList());
    if (sealed > 0) {
      LOG.infof(
          "audit block sealed: tenant=%s block=%d entries=%d hash=%s",
          tenant, block.number(), block.entries(), HexFormat.of().formatHex(block.hash()));
    }
    return sealed;
  }
}
