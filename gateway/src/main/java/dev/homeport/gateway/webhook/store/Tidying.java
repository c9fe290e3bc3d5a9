package dev.homeport.gateway.webhook.store;

import dev.homeport.gateway.webhook.WebhookConfig;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;

/** Takes away what is older than the log is kept, and what deleted endpoints have left. */
@ApplicationScoped
class Tidying {
  private static final int AT_ONCE = 2_000;

  private final AgroalDataSource worker;
  private final WebhookConfig config;

  Tidying(@DataSource("worker") AgroalDataSource worker, WebhookConfig config) {
    this.worker = worker;
    this.config = config;
  }

  @Scheduled(every = "10m", delayed = "5m", concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void tidy() {
    for (String some : List.of(OLD, ORPHANED)) {
      int gone = AT_ONCE;
      while (gone == AT_ONCE) {
        gone = update(some);
      }
    }
    update(LANES);
    update(ENDPOINTS);
  }

  private int update(String sql) {
    try (var connection = worker.getConnection();
        var statement = connection.prepareStatement(sql)) {
      if (sql.equals(OLD)) {
        statement.setLong(1, config.logKept().toMillis());
      }
      try (var row = statement.executeQuery()) {
        return row.next() ? row.getInt(1) : 0;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("Old deliveries could not be taken away", e);
    }
  }

  private static final String GONE =
      """
      , attempts as (
        delete from webhook_attempt a using gone
        where a.tenant_id = gone.tenant_id and a.delivery_id = gone.id
      ), deliveries as (
        delete from webhook_delivery d using gone
        where d.tenant_id = gone.tenant_id and d.id = gone.id
      )
      select count(*)::int from gone""";

  /** Endpoint by endpoint, by the index of its log. */
  private static final String OLD =
      """
      with gone as (
        select d.tenant_id, d.id
        from webhook_endpoint e join tenant t using (tenant_id)
        cross join lateral (
          select d.tenant_id, d.id from webhook_delivery d
          where d.tenant_id = e.tenant_id and d.endpoint_id = e.id
            and d.created_at < clock_timestamp()
              + t.clock_ahead_micros * interval '1 microsecond'
              - ?::bigint * interval '1 millisecond'
          order by d.created_at limit 2000) d
        limit 2000)"""
          + GONE;

  private static final String ORPHANED =
      """
      with gone as (
        select d.tenant_id, d.id
        from webhook_endpoint e
        cross join lateral (
          select d.tenant_id, d.id from webhook_delivery d
          where d.tenant_id = e.tenant_id and d.endpoint_id = e.id limit 2000) d
        where e.deleted_at is not null
        limit 2000)"""
          + GONE;

  private static final String LANES =
      """
      with gone as (
        delete from webhook_lane l using webhook_endpoint e
        where l.tenant_id = e.tenant_id and l.endpoint_id = e.id and e.deleted_at is not null
        returning 1)
      select count(*)::int from gone""";

  /** A while after it was deleted nobody writes below it any more. */
  private static final String ENDPOINTS =
      """
      with gone as (
        delete from webhook_endpoint e where e.deleted_at < clock_timestamp() - interval '1 hour'
          and not exists (
            select from webhook_delivery d
            where d.tenant_id = e.tenant_id and d.endpoint_id = e.id)
        returning 1)
      select count(*)::int from gone""";
}
