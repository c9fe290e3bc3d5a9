package dev.homeport.platform.tenant;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** The tenants that this service has heard of, from its own table of {@code homeport.tenant.v1}. */
@ApplicationScoped
public class Tenants {
  private static final Duration FRESH = Duration.ofSeconds(2);

  private final AgroalDataSource worker;
  private final ConcurrentMap<UUID, Known> known = new ConcurrentHashMap<>();

  Tenants(@DataSource("worker") AgroalDataSource worker) {
    this.worker = worker;
  }

  /** Settings at most two seconds old; a change that this replica took itself shows at once. */
  public Optional<TenantSettings> find(UUID id) {
    Known entry = known.get(id);
    if (entry != null && entry.freshAt(System.nanoTime())) {
      return Optional.of(entry.settings());
    }
    Optional<TenantSettings> read =
        query("select * from tenant where tenant_id = ?", id).stream().findFirst();
    read.ifPresent(settings -> known.put(id, new Known(settings, System.nanoTime())));
    return read;
  }

  /** All of them, for work that is done once per tenant. */
  public List<TenantSettings> all() {
    return query("select * from tenant order by tenant_id", null);
  }

  /** Applies settings unless a higher revision is already held. */
  public void apply(TenantSettings settings) {
    try (var connection = worker.getConnection();
        var statement = connection.prepareStatement(UPSERT)) {
      statement.setObject(1, settings.id());
      statement.setString(2, settings.slug());
      statement.setString(3, settings.name());
      statement.setString(4, settings.reportingCurrency().getCurrencyCode());
      statement.setString(5, settings.timeZone().getId());
      statement.setArray(6, connection.createArrayOf("text", settings.markets().toArray()));
      statement.setBoolean(7, settings.sandbox());
      statement.setString(8, settings.plan());
      statement.setLong(9, settings.revision());
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("Tenant settings could not be written", e);
    }
    known.remove(settings.id());
  }

  private List<TenantSettings> query(String sql, @Nullable UUID id) {
    try (var connection = worker.getConnection();
        var statement = connection.prepareStatement(sql)) {
      if (id != null) {
        statement.setObject(1, id);
      }
      var found = new java.util.ArrayList<TenantSettings>();
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(read(rows));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("Tenant settings could not be read", e);
    }
  }

  private static TenantSettings read(ResultSet row) throws SQLException {
    return new TenantSettings(
        row.getObject("tenant_id", UUID.class),
        row.getString("slug"),
        row.getString("name"),
        Currency.getInstance(row.getString("reporting_currency")),
        ZoneId.of(row.getString("time_zone")),
        Arrays.asList((String[]) row.getArray("markets").getArray()),
        row.getBoolean("sandbox"),
        row.getString("plan"),
        row.getLong("revision"));
  }

  private record Known(TenantSettings settings, long readAt) {
    boolean freshAt(long now) {
      return now - readAt < FRESH.toNanos();
    }
  }

  private static final String UPSERT =
      """
      insert into tenant values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (tenant_id) do update set
        slug = excluded.slug, name = excluded.name,
        reporting_currency = excluded.reporting_currency, time_zone = excluded.time_zone,
        markets = excluded.markets, sandbox = excluded.sandbox, plan = excluded.plan,
        revision = excluded.revision
      where tenant.revision < excluded.revision""";
}
