package dev.homeport.order.summary;

import dev.homeport.platform.database.Database;
import dev.homeport.platform.database.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Counts and sums of converted orders and free returns. */
@ApplicationScoped
class SummaryQuery {
  private static final LocalDate BEGINNING = LocalDate.of(1, 1, 1);
  private static final LocalDate END = LocalDate.of(9999, 12, 31);

  private final Database database;

  SummaryQuery(Database database) {
    this.database = database;
  }

  /** The sums of one group in one currency. */
  record Row(
      String key,
      String currency,
      long orders,
      long cancelled,
      long returns,
      BigDecimal gross,
      BigDecimal returned,
      BigDecimal reportingGross,
      BigDecimal reportingReturned) {}

  /** What is in no sum yet. */
  @Schema(
      name = "OrderSummaryPending",
      description = "Orders and free returns that wait for a reference rate, and are in no sum.")
  record Pending(long orders, long returns) {}

  /** Days are the tenant's; both are included, and null is open. */
  List<Row> run(SummaryAxis axis, @Nullable LocalDate from, @Nullable LocalDate to) {
    LocalDate first = from == null ? BEGINNING : from;
    LocalDate last = to == null ? END : to;
    return database.list(
        SQL.formatted(axis.expression()),
        p -> {
          period(p, first, last);
          period(p, first, last);
        },
        row ->
            new Row(
                row.getString("key"),
                row.getString("currency"),
                row.getLong("orders"),
                row.getLong("cancelled"),
                row.getLong("returns"),
                row.getBigDecimal("gross"),
                row.getBigDecimal("returned"),
                row.getBigDecimal("reporting_gross"),
                row.getBigDecimal("reporting_returned")));
  }

  /** How many orders and free returns of these days wait for a rate. */
  Pending pending(@Nullable LocalDate from, @Nullable LocalDate to) {
    LocalDate first = from == null ? BEGINNING : from;
    LocalDate last = to == null ? END : to;
    return database
        .list(
            PENDING,
            p -> {
              period(p, first, last);
              period(p, first, last);
            },
            row -> new Pending(row.getLong(1), row.getLong(2)))
        .getFirst();
  }

  private void period(Parameters to, LocalDate first, LocalDate last) throws SQLException {
    to.tenant().date(first).date(last);
  }

  private static final String PENDING =
      """
      select
        (select count(*) from orders
          where tenant_id = ? and day between ? and ? and rate_day is null),
        (select count(*) from free_return
          where tenant_id = ? and day between ? and ? and rate_day is null
            and attached_to is null and reversed_at is null)""";

  /** A cancelled order counts, and is worth nothing; a line return counts in its order's group. */
  private static final String SQL =
      """
      with document as (
        select day, market, channel, currency,
          (status <> 'cancelled')::integer as orders, (status = 'cancelled')::integer as cancelled,
          case when status = 'cancelled' then 0 else return_count end as returns,
          case when status = 'cancelled' then 0 else total end as gross,
          case when status = 'cancelled' then 0 else returned end as returned,
          case when status = 'cancelled' then 0 else reporting_total end as reporting_gross,
          case when status = 'cancelled' then 0 else reporting_returned end as reporting_returned
        from orders
        where tenant_id = ? and day between ? and ? and rate_day is not null
        union all
        select day, market, channel, currency, 0, 0, 1, 0, amount, 0, reporting_amount
        from free_return
        where tenant_id = ? and day between ? and ? and rate_day is not null
          and attached_to is null and reversed_at is null)
      select %s as key, currency, sum(orders) as orders, sum(cancelled) as cancelled,
        sum(returns) as returns, sum(gross) as gross, sum(returned) as returned,
        sum(reporting_gross) as reporting_gross, sum(reporting_returned) as reporting_returned
      from document
      group by 1, 2
      order by 1, 2""";
}
