package dev.homeport.gateway.webhook.store;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be sent next, over all tenants, as the worker. An endpoint is claimed from by one
 * replica at a time, so its limit holds for all of them together; a lane by one until its lease
 * ends, so nothing of it is sent twice at once.
 */
@ApplicationScoped
public class Claims {
  private final AgroalDataSource worker;

  Claims(@DataSource("worker") AgroalDataSource worker) {
    this.worker = worker;
  }

  /** An endpoint with something to send. */
  public record Due(UUID tenant, UUID endpoint) {}

  /**
   * A lane that is ours for a while.
   *
   * @param first what is to be sent; null when nothing of the lane waits any more
   */
  public record Claim(
      UUID tenant, UUID endpoint, String url, String lane, UUID token, @Nullable First first) {}

  /**
   * The first delivery of a lane.
   *
   * @param body sealed
   * @param attempts made so far
   * @param step of the schedule
   * @param secrets sealed, the newest first
   */
  public record First(
      UUID id, UUID eventId, String body, int attempts, int step, List<byte[]> secrets) {
    public First {
      secrets = List.copyOf(secrets);
    }
  }

  /** The endpoints that have something due, in an order that changes from call to call. */
  public List<Due> due() {
    var found = new ArrayList<Due>();
    try (var connection = worker.getConnection();
        var statement = connection.prepareStatement(DUE);
        var rows = statement.executeQuery()) {
      while (rows.next()) {
        found.add(new Due(rows.getObject(1, UUID.class), rows.getObject(2, UUID.class)));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("Due deliveries could not be looked for", e);
    }
  }

  /**
   * Claims lanes of an endpoint, the longest due first, as many as its limit leaves. One that has
   * failed last is tried with one request at a time.
   */
  public List<Claim> claim(Due due, int most, Duration lease) {
    try (var connection = worker.getConnection()) {
      connection.setAutoCommit(false);
      try {
        List<Claim> claimed =
            lock(connection, due) ? claim(connection, due, most, lease) : List.of();
        connection.commit();
        return claimed;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("Deliveries could not be claimed", e);
    }
  }

  private static boolean lock(Connection connection, Due due) throws SQLException {
    try (var statement = connection.prepareStatement(LOCK)) {
      statement.setObject(1, due.tenant());
      statement.setObject(2, due.endpoint());
      try (var row = statement.executeQuery()) {
        return row.next();
      }
    }
  }

  private static List<Claim> claim(Connection connection, Due due, int most, Duration lease)
      throws SQLException {
    var claimed = new ArrayList<Claim>();
    try (var statement = connection.prepareStatement(CLAIM)) {
      bind(statement, due, most, lease);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          claimed.add(read(due, rows));
        }
      }
    }
    return claimed;
  }

  private static void bind(PreparedStatement statement, Due due, int most, Duration lease)
      throws SQLException {
    statement.setObject(1, due.tenant());
    statement.setObject(2, due.endpoint());
    statement.setInt(3, most);
    statement.setLong(4, lease.toMillis());
  }

  private static Claim read(Due due, ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    First first =
        id == null
            ? null
            : new First(
                id,
                row.getObject("event_id", UUID.class),
                row.getString("body"),
                row.getInt("attempts"),
                row.getInt("step"),
                secrets(row));
    return new Claim(
        due.tenant(),
        due.endpoint(),
        row.getString("url"),
        row.getString("lane"),
        row.getObject("claim", UUID.class),
        first);
  }

  private static List<byte[]> secrets(ResultSet row) throws SQLException {
    var secrets = new ArrayList<byte[]>();
    for (String text : (String[]) row.getArray("secrets").getArray()) {
      secrets.add(Base64.getMimeDecoder().decode(text));
    }
    return secrets;
  }

  private static final String DUE =
      """
      select e.tenant_id, e.id from webhook_endpoint e join tenant t using (tenant_id)
      where e.disabled_reason is null and e.deleted_at is null
        and exists (
          select from webhook_lane l
          where l.tenant_id = e.tenant_id and l.endpoint_id = e.id
            and l.due_at <= clock_timestamp() + t.clock_ahead_micros * interval '1 microsecond'
            and (l.leased_until is null or l.leased_until <= clock_timestamp()))
      order by random()""";

  private static final String LOCK =
      """
      select 1 from webhook_endpoint
      where tenant_id = ? and id = ? and disabled_reason is null and deleted_at is null
      for no key update skip locked""";

  private static final String CLAIM =
      """
      with endpoint as (
        select e.*, clock_timestamp() + t.clock_ahead_micros * interval '1 microsecond' as at,
          case when e.failing_since is null then e.max_concurrency else 1 end - (
            select count(*) from webhook_lane l
            where l.tenant_id = e.tenant_id and l.endpoint_id = e.id
              and l.leased_until > clock_timestamp()) as free
        from webhook_endpoint e join tenant t using (tenant_id)
        where e.tenant_id = ? and e.id = ?
      ), due as (
        select l.tenant_id, l.endpoint_id, l.lane from webhook_lane l, endpoint e
        where l.tenant_id = e.tenant_id and l.endpoint_id = e.id and l.due_at <= e.at
          and (l.leased_until is null or l.leased_until <= clock_timestamp())
        order by l.due_at
        limit (select greatest(0, least(free, ?)) from endpoint)
        for update of l skip locked
      ), claimed as (
        update webhook_lane l
        set leased_until = clock_timestamp() + ? * interval '1 millisecond',
          claim = gen_random_uuid()
        from due
        where l.tenant_id = due.tenant_id and l.endpoint_id = due.endpoint_id
          and l.lane = due.lane
        returning l.lane, l.claim
      )
      select e.url, c.lane, c.claim, d.id, d.event_id, d.body, d.attempts, d.step,
        array(
          select encode(s.sealed, 'base64') from webhook_secret s
          where s.tenant_id = e.tenant_id and s.endpoint_id = e.id
            and (s.expires_at is null or s.expires_at > e.at)
          order by s.expires_at nulls first, s.created_at desc) as secrets
      from claimed c cross join endpoint e left join lateral (
        select * from webhook_delivery d
        where d.tenant_id = e.tenant_id and d.endpoint_id = e.id and d.lane = c.lane
          and d.status = 'waiting'
        order by d.seq limit 1) d on true""";
}
