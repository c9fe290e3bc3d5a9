package dev.homeport.gateway.webhook.store;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Which tenants have an endpoint at all, at most a fifth of a second old. For all others events
 * pass by without a look at the database.
 */
@ApplicationScoped
public class Interest {
  private static final long FRESH = TimeUnit.MILLISECONDS.toNanos(200);
  private static final String SQL =
      "select distinct tenant_id from webhook_endpoint where deleted_at is null";

  private final AgroalDataSource worker;
  private volatile Seen seen = new Seen(Set.of(), System.nanoTime() - FRESH);

  Interest(@DataSource("worker") AgroalDataSource worker) {
    this.worker = worker;
  }

  private record Seen(Set<UUID> tenants, long at) {}

  /** Whether a tenant has one. */
  public boolean has(UUID tenant) {
    return tenants().contains(tenant);
  }

  /** Whether anybody has one. */
  public boolean any() {
    return !tenants().isEmpty();
  }

  /** What this replica has made is seen by it at once. */
  public synchronized void changed() {
    seen = new Seen(seen.tenants(), System.nanoTime() - FRESH);
  }

  private Set<UUID> tenants() {
    Seen last = seen;
    return System.nanoTime() - last.at() < FRESH ? last.tenants() : look();
  }

  private synchronized Set<UUID> look() {
    if (System.nanoTime() - seen.at() >= FRESH) {
      long at = System.nanoTime();
      seen = new Seen(read(), at);
    }
    return seen.tenants();
  }

  private Set<UUID> read() {
    try (var connection = worker.getConnection();
        var statement = connection.prepareStatement(SQL);
        var rows = statement.executeQuery()) {
      var tenants = new HashSet<UUID>();
      while (rows.next()) {
        tenants.add(rows.getObject(1, UUID.class));
      }
      return tenants;
    } catch (SQLException e) {
      throw new IllegalStateException("Endpoints could not be looked for", e);
    }
  }
}
