package dev.homeport.gateway.usage;

import dev.homeport.gateway.limits.RequestCounts.HandOver;
import dev.homeport.gateway.limits.RequestCounts.Taken;
import dev.homeport.gateway.limits.RequestCounts.Total;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Where the counted requests are added up, for all tenants; a tenant reads its own. */
@ApplicationScoped
class UsageTable {
  /** In one order everywhere, so that replicas do not wait for each other in a circle. */
  private static final Comparator<Taken> ORDER =
      Comparator.comparing(Taken::tenant).thenComparing(Taken::day);

  private static final String ADD =
      """
      with taken (tenant_id, day, requests) as (
        select * from unnest(?::uuid[], ?::date[], ?::bigint[])
      ), days as (
        insert into usage_day (tenant_id, day, requests)
        select tenant_id, day, requests from taken order by tenant_id, day
        on conflict (tenant_id, day) do update set requests = usage_day.requests + excluded.requests
      )
      insert into usage_month (tenant_id, month, requests)
      select tenant_id, date_trunc('month', day)::date, sum(requests)
      from taken group by 1, 2 order by 1, 2
      on conflict (tenant_id, month) do update
        set requests = usage_month.requests + excluded.requests""";

  private static final String TOTALS =
      """
      select asked.tenant_id, coalesce(usage_month.requests, 0)
      from unnest(?::uuid[]) asked (tenant_id)
      left join usage_month on usage_month.tenant_id = asked.tenant_id and month = ?""";

  private final AgroalDataSource database;
  private final AgroalDataSource worker;

  UsageTable(AgroalDataSource database, @DataSource("worker") AgroalDataSource worker) {
    this.database = database;
    this.worker = worker;
  }

  /** Adds what a replica has counted, in one transaction of two statements. */
  List<Total> add(HandOver handOver) throws SQLException {
    try (Connection connection = worker.getConnection()) {
      if (!handOver.taken().isEmpty()) {
        add(connection, handOver.taken());
      }
      return handOver.asked().isEmpty() ? List.of() : totals(connection, handOver);
    }
  }

  private static void add(Connection connection, List<Taken> taken) throws SQLException {
    List<Taken> sorted = taken.stream().sorted(ORDER).toList();
    try (var statement = connection.prepareStatement(ADD)) {
      statement.setArray(
          1, connection.createArrayOf("uuid", sorted.stream().map(Taken::tenant).toArray()));
      statement.setArray(
          2, connection.createArrayOf("date", sorted.stream().map(Taken::day).toArray()));
      statement.setArray(
          3, connection.createArrayOf("bigint", sorted.stream().map(Taken::requests).toArray()));
      statement.executeUpdate();
    }
  }

  private static List<Total> totals(Connection connection, HandOver handOver) throws SQLException {
    try (var statement = connection.prepareStatement(TOTALS)) {
      statement.setArray(1, connection.createArrayOf("uuid", handOver.asked().toArray()));
      statement.setObject(2, handOver.month().atDay(1));
      var totals = new ArrayList<Total>();
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          totals.add(new Total(rows.getObject(1, UUID.class), handOver.month(), rows.getLong(2)));
        }
      }
      return totals;
    }
  }

  /** The days of the tenant at hand on which something was asked for, in its transaction. */
  SortedMap<LocalDate, Long> days(YearMonth first) {
    return read("select day, requests from usage_day where day >= ? order by day", first);
  }

  /** The months of the tenant at hand in which something was asked for, in its transaction. */
  SortedMap<LocalDate, Long> months(YearMonth first) {
    return read("select month, requests from usage_month where month >= ? order by month", first);
  }

  private SortedMap<LocalDate, Long> read(String sql, YearMonth first) {
    try (Connection connection = database.getConnection();
        var statement = connection.prepareStatement(sql)) {
      statement.setObject(1, first.atDay(1));
      var found = new TreeMap<LocalDate, Long>();
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          found.put(rows.getObject(1, LocalDate.class), rows.getLong(2));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("The usage could not be read", e);
    }
  }
}
