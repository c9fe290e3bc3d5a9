package dev.homeport.platform.lease;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Leases in the service's database, by the database's clock. A holder that stops renewing loses its
 * lease when the time is up; it learns so from {@link #renew} and must not rely on its own clock.
 * Never part of the caller's transaction.
 */
@ApplicationScoped
public class Leases {
  private static final String ACQUIRE =
      """
      insert into lease (tenant_id, name, owner, until, epoch)
      values (?, ?, ?, clock_timestamp() + ? * interval '1 millisecond', 1)
      on conflict (tenant_id, name) do update
      set owner = excluded.owner, until = excluded.until, epoch = lease.epoch + 1
      where lease.until <= clock_timestamp()
      returning epoch""";
  private static final String RENEW =
      """
      update lease set until = clock_timestamp() + ? * interval '1 millisecond'
      where tenant_id is not distinct from ? and name = ? and epoch = ? and until > clock_timestamp()
      returning epoch""";
  private static final String RELEASE =
      """
      update lease set until = clock_timestamp()
      where tenant_id is not distinct from ? and name = ? and epoch = ? and until > clock_timestamp()
      returning epoch""";

  private final AgroalDataSource worker;
  private final String owner = ProcessHandle.current().pid() + "-" + UUID.randomUUID();

  Leases(@DataSource("worker") AgroalDataSource worker) {
    this.worker = worker;
  }

  /** A lease of the whole deployment, unless somebody holds it. */
  public Optional<Lease> tryAcquire(String name, Duration ttl) {
    return acquire(null, name, ttl);
  }

  /** A lease of one tenant, unless somebody holds it; this process too counts as somebody. */
  public Optional<Lease> tryAcquire(UUID tenant, String name, Duration ttl) {
    return acquire(tenant, name, ttl);
  }

  /** Prolongs a lease from now on. False when it has been lost, which is final. */
  public boolean renew(Lease lease, Duration ttl) {
    return !change(RENEW, ttl.toMillis(), lease.tenant(), lease.name(), lease.epoch()).isEmpty();
  }

  /** Gives a lease back; harmless when it has been lost. */
  public void release(Lease lease) {
    change(RELEASE, lease.tenant(), lease.name(), lease.epoch());
  }

  private Optional<Lease> acquire(@Nullable UUID tenant, String name, Duration ttl) {
    return change(ACQUIRE, tenant, name, owner, ttl.toMillis()).stream()
        .map(epoch -> new Lease(tenant, name, epoch))
        .findFirst();
  }

  private List<Long> change(String sql, @Nullable Object... arguments) {
    try (var connection = worker.getConnection();
        var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < arguments.length; i++) {
        statement.setObject(i + 1, arguments[i]);
      }
      try (var row = statement.executeQuery()) {
        return row.next() ? List.of(row.getLong(1)) : List.of();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("A lease could not be changed", e);
    }
  }
}
