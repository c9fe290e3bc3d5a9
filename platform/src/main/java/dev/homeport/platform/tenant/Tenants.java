package dev.homeport.platform.tenant;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The tenants that this service has heard of, from its own table of {@code homeport.tenant.v1}. */
@ApplicationScoped
public class Tenants {
  private static final Logger LOG = Logger.getLogger(Tenants.class);
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

  /**
   * Applies settings unless a higher revision is already held. Where they say that a sandbox has
   * been emptied, what this service holds of it goes in the same transaction.
   */
  public void apply(TenantSettings settings) {
    try (var connection = worker.getConnection()) {
      connection.setAutoCommit(false);
      try {
        apply(connection, settings);
        connection.commit();
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("Tenant settings could not be written", e);
    }
    known.remove(settings.id());
  }

  private static void apply(Connection connection, TenantSettings settings) throws SQLException {
    OptionalInt epoch = epoch(connection, settings.id());
    if (upsert(connection, settings) && epoch.isPresent() && settings.epoch() > epoch.getAsInt()) {
      empty(connection, settings.id());
    }
  }

  private static OptionalInt epoch(Connection connection, UUID id) throws SQLException {
    try (var statement =
        connection.prepareStatement("select epoch from tenant where tenant_id = ? for update")) {
      statement.setObject(1, id);
      try (var row = statement.executeQuery()) {
        return row.next() ? OptionalInt.of(row.getInt(1)) : OptionalInt.empty();
      }
    }
  }

  private static boolean upsert(Connection connection, TenantSettings settings)
      throws SQLException {
    try (var statement = connection.prepareStatement(UPSERT)) {
      statement.setObject(1, settings.id());
      statement.setString(2, settings.slug());
      statement.setString(3, settings.name());
      statement.setString(4, settings.reportingCurrency().getCurrencyCode());
      statement.setString(5, settings.timeZone().getId());
      statement.setArray(6, connection.createArrayOf("text", settings.markets().toArray()));
      statement.setBoolean(7, settings.sandbox());
      statement.setString(8, settings.plan());
      statement.setLong(9, TimeUnit.MICROSECONDS.convert(settings.clockAhead()));
      statement.setInt(10, settings.epoch());
      statement.setLong(11, settings.revision());
      return statement.executeUpdate() == 1;
    }
  }

  private static void empty(Connection connection, UUID id) throws SQLException {
    try (var statement = connection.prepareStatement("select empty_sandbox(?)")) {
      statement.setObject(1, id);
      statement.execute();
    }
    LOG.infof("sandbox emptied: tenant=%s", id);
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
        Duration.of(row.getLong("clock_ahead_micros"), ChronoUnit.MICROS),
        row.getInt("epoch"),
        row.getLong("revision"));
  }

  private record Known(TenantSettings settings, long readAt) {
    boolean freshAt(long now) {
      return now - readAt < FRESH.toNanos();
    }
  }

  private static final String UPSERT =
      """
      insert into tenant (tenant_id, slug, name, reporting_currency, time_zone, markets, sandbox,
        plan, clock_ahead_micros, epoch, revision)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (tenant_id) do update set
        slug = excluded.slug, name = excluded.name,
        reporting_currency = excluded.reporting_currency, time_zone = excluded.time_zone,
        markets = excluded.markets, sandbox = excluded.sandbox, plan = excluded.plan,
        clock_ahead_micros = excluded.clock_ahead_micros, epoch = excluded.epoch,
        revision = excluded.revision
      where tenant.revision < excluded.revision""";
}
