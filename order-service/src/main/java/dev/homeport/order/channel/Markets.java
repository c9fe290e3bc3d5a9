package dev.homeport.order.channel;

import dev.homeport.platform.database.Database;
import dev.homeport.platform.database.Parameters;
import dev.homeport.platform.tenant.CurrentTenant;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;

/**
 * Which market the orders of a declared channel count for. Asked for every order, so it is
 * remembered: at most two seconds, and not beyond a change that this replica has made.
 */
@ApplicationScoped
public class Markets {
  private static final Duration FRESH = Duration.ofSeconds(2);
  private static final int TENANTS = 10_000;

  private final Database database;
  private final CurrentTenant tenant;
  private final TransactionSynchronizationRegistry transaction;
  private final ConcurrentMap<UUID, Known> known = new ConcurrentHashMap<>();

  Markets(Database database, CurrentTenant tenant, TransactionSynchronizationRegistry transaction) {
    this.database = database;
    this.tenant = tenant;
    this.transaction = transaction;
  }

  /** The market of a channel; empty when none is declared, in or outside a transaction. */
  public Optional<String> of(String channel) {
    UUID id = tenant.id();
    Known entry = known.get(id);
    if (entry == null || System.nanoTime() - entry.readAt() > FRESH.toNanos()) {
      if (known.size() >= TENANTS) {
        known.clear();
      }
      long readAt = System.nanoTime();
      entry = new Known(QuarkusTransaction.joiningExisting().call(this::read), readAt);
      known.put(id, entry);
    }
    return Optional.ofNullable(entry.byChannel().get(channel));
  }

  /** To be called in a transaction that changes channels. */
  void changes() {
    UUID id = tenant.id();
    transaction.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {}

          @Override
          public void afterCompletion(int status) {
            known.remove(id);
          }
        });
  }

  private Map<String, String> read() {
    record Row(String code, String market) {}
    return database
        .list(
            "select code, market from channel where tenant_id = ? and market is not null",
            Parameters::tenant,
            row -> new Row(row.getString("code"), row.getString("market")))
        .stream()
        .collect(Collectors.toMap(Row::code, Row::market));
  }

  private record Known(Map<String, String> byChannel, long readAt) {}
}
