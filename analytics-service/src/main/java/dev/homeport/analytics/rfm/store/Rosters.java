package dev.homeport.analytics.rfm.store;

import dev.homeport.analytics.rfm.Roster;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.UUID;

/**
 * The customers that this replica holds in memory. Whoever works on a roster has it alone: it is
 * taken out, and comes back when the work is committed, under the stamp that the database then has.
 * After a rollback, or once another replica has written, stamps differ and it is read again.
 */
@ApplicationScoped
class Rosters {
  private final LinkedHashMap<Key, Held> held = new LinkedHashMap<>();
  private final TransactionSynchronizationRegistry transaction;
  private final int most;

  Rosters(TransactionSynchronizationRegistry transaction, RfmConfig config, MeterRegistry metrics) {
    this.transaction = transaction;
    this.most = config.customersInMemory();
    Gauge.builder("homeport_rfm_customers_in_memory", this::customers)
        .description("Customers held in columns, of all tenants and scorings together")
        .register(metrics);
  }

  private long customers() {
    synchronized (held) {
      return held.values().stream().mapToLong(one -> one.roster().size()).sum();
    }
  }

  /** Takes out the roster of a scoring, if it is the one with this stamp. */
  Optional<Roster> take(UUID tenant, String scoring, UUID stamp) {
    synchronized (held) {
      Held found = held.remove(new Key(tenant, scoring));
      return found != null && found.stamp().equals(stamp)
          ? Optional.of(found.roster())
          : Optional.empty();
    }
  }

  /** Takes a roster back with the commit of the present transaction. */
  void keep(UUID tenant, String scoring, UUID stamp, Roster roster) {
    transaction.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {}

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              put(new Key(tenant, scoring), new Held(stamp, roster));
            }
          }
        });
  }

  private void put(Key key, Held entry) {
    synchronized (held) {
      held.remove(key);
      held.put(key, entry);
      long customers = customers();
      var eldest = held.entrySet().iterator();
      while (customers > most && eldest.hasNext()) {
        customers -= eldest.next().getValue().roster().size();
        eldest.remove();
      }
    }
  }

  private record Key(UUID tenant, String scoring) {}

  private record Held(UUID stamp, Roster roster) {}
}
