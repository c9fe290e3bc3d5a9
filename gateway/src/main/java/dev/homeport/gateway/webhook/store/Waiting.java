package dev.homeport.gateway.webhook.store;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;

/** What waits, over all tenants. */
@ApplicationScoped
public class Waiting {
  private final AgroalDataSource worker;

  Waiting(@DataSource("worker") AgroalDataSource worker) {
    this.worker = worker;
  }

  /**
   * How it stands.
   *
   * @param oldestSeconds for how long the most overdue lane of an endpoint that is enabled has been
   *     due; 0 when none is
   * @param disabled endpoints that nobody wanted disabled
   */
  public record Figures(double oldestSeconds, long disabled) {}

  public Figures look() {
    try (var connection = worker.getConnection();
        var statement = connection.prepareStatement(SQL);
        var row = statement.executeQuery()) {
      row.next();
      return new Figures(row.getDouble(1), row.getLong(2));
    } catch (SQLException e) {
      throw new IllegalStateException("Waiting deliveries could not be looked at", e);
    }
  }

  private static final String SQL =
      """
      select
        coalesce(max(extract(epoch from clock_timestamp()
          + t.clock_ahead_micros * interval '1 microsecond' - first.due_at))
            filter (where first.due_at <= clock_timestamp()
              + t.clock_ahead_micros * interval '1 microsecond'), 0)::float8,
        count(*) filter (where e.disabled_reason in ('gone', 'failing'))
      from webhook_endpoint e join tenant t using (tenant_id)
      left join lateral (
        select min(l.due_at) as due_at from webhook_lane l
        where e.disabled_reason is null
          and l.tenant_id = e.tenant_id and l.endpoint_id = e.id) first on true
      where e.deleted_at is null""";
}
