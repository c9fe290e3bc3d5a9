package dev.homeport.analytics.cohort.store;

import dev.homeport.analytics.cohort.CohortUnit;
import dev.homeport.analytics.cohort.Sales;
import dev.homeport.analytics.cohort.Scope;
import dev.homeport.platform.database.Database.Binding;
import dev.homeport.platform.database.Parameters;
import java.sql.SQLException;

/** The statements over facts. */
final class CohortSql {
  private CohortSql() {}

  /** Customers by cohort and age, or what they ordered. */
  static String cells(CohortUnit by, boolean customers, Scope scope) {
    String firsts =
        FIRSTS.formatted(
            period(by, "first_day"), whole(scope) ? WHOLE : PART.formatted(filters(scope)));
    String age = period(by, "f.day") + " - e.cohort";
    return firsts
        + (customers
            ? CUSTOMERS.formatted(age, age, filters(scope))
            : ORDERS.formatted(age, filters(scope)));
  }

  static Binding bindCells(Scope scope) {
    return to -> {
      to.tenant();
      if (!whole(scope)) {
        to.date(scope.asOf());
        bindFilters(to, scope);
      }
      to.date(scope.from()).date(scope.to());
      to.tenant().date(scope.asOf());
      bindFilters(to, scope);
    };
  }

  static String intervals(Scope scope) {
    return INTERVALS.formatted(filters(scope));
  }

  static Binding bindIntervals(Scope scope) {
    return to -> {
      to.tenant().date(scope.asOf());
      bindFilters(to, scope);
      to.date(scope.asOf()).date(scope.from()).date(scope.to());
    };
  }

  static String sales(Sales.Axis by, Scope scope) {
    String key =
        switch (by) {
          case COUNTRY -> "f.country";
          case MARKET -> "f.market";
          case CHANNEL -> "f.channel";
          case MONTH -> "to_char(f.day, 'YYYY-MM')";
        };
    return SALES.formatted(key, filters(scope));
  }

  static Binding bindSales(Scope scope) {
    return to -> {
      to.tenant().date(scope.from()).date(scope.to());
      bindFilters(to, scope);
    };
  }

  /** Of a whole tenant, the day of a customer's first order is known. */
  private static boolean whole(Scope scope) {
    return scope.market().isEmpty() && scope.channel().isEmpty();
  }

  private static String filters(Scope scope) {
    return (scope.market().isPresent() ? " and f.market = ?" : "")
        + (scope.channel().isPresent() ? " and f.channel = ?" : "");
  }

  private static void bindFilters(Parameters to, Scope scope) throws SQLException {
    if (scope.market().isPresent()) {
      to.text(scope.market().get());
    }
    if (scope.channel().isPresent()) {
      to.text(scope.channel().get());
    }
  }

  /** As {@link CohortUnit#index} counts. */
  private static String period(CohortUnit by, String day) {
    return switch (by) {
      case MONTH ->
          "((date_part('year', %1$s) * 12 + date_part('month', %1$s))::integer - 1)".formatted(day);
      case WEEK -> "((%s - date '0001-01-01') / 7)".formatted(day);
    };
  }

  private static final String WHOLE =
      """
      select customer_id, first_day from customer_value
      where tenant_id = ? and frequency > 0""";

  private static final String PART =
      """
      select i.customer_id, min(f.day) as first_day
      from fact f join identity i using (tenant_id, identity_id)
      where f.tenant_id = ? and f.counted and f.day <= ?%s
      group by i.customer_id""";

  private static final String FIRSTS =
      """
      with firsts as materialized (
        select customer_id, %s as cohort from (%s) known
        where first_day between ? and ?
      ),
      """;

  /** Sixty ages of a customer in one number each: groups are as few as customers. */
  private static final String CUSTOMERS =
      """
      seen as (
        select e.cohort, e.customer_id, (%s) / 60 as part,
          bit_or(1::bigint << ((%s) %% 60)) as ages
        from firsts e join identity i using (customer_id)
          join fact f using (tenant_id, identity_id)
        where f.tenant_id = ? and f.counted and f.day <= ?%s
        group by 1, 2, 3
      )
      select cohort, part * 60 + bit as age, count(*) as customers, 0 as orders,
        0::numeric as gross, 0::numeric as returned
      from seen, generate_series(0, 59) as bit where ages & (1::bigint << bit) <> 0
      group by 1, 2 order by 1, 2""";

  private static final String ORDERS =
      """
      sizes as (
        select cohort, count(*) as customers from firsts group by cohort
      ), done as (
        select e.cohort, greatest(%s, 0) as age, count(*) filter (where f.counted) as orders,
          sum(f.gross) as gross, sum(f.returned) as returned
        from firsts e join identity i using (customer_id)
          join fact f using (tenant_id, identity_id)
        where f.tenant_id = ? and f.gross is not null and f.day <= ?%s
        group by 1, 2
      )
      select cohort, age, case when age = 0 then customers else 0 end as customers, orders, gross,
        returned
      from done join sizes using (cohort) order by 1, 2""";

  private static final String INTERVALS =
      """
      with counted as (
        select day, row_number() over placed as number, lead(day) over placed as next,
          first_value(day) over placed as first_day
        from fact f join identity i using (tenant_id, identity_id)
        where f.tenant_id = ? and f.counted and f.day <= ?%s
        window placed as (partition by i.customer_id order by f.day)
      )
      select number = 1, next is not null, coalesce(next, ?) - day, count(*)
      from counted where first_day between ? and ?
      group by 1, 2, 3""";

  private static final String SALES =
      """
      with bought as (
        select %s as key, i.customer_id, count(*) filter (where f.counted) as orders,
          sum(f.gross) as gross, sum(f.returned) as returned
        from fact f join identity i using (tenant_id, identity_id)
        where f.tenant_id = ? and f.gross is not null and f.day between ? and ?%s
        group by 1, 2
      )
      select key, count(*) filter (where orders > 0) as customers, sum(orders) as orders,
        sum(gross) as gross, sum(returned) as returned
      from bought group by key order by customers desc, key limit 1000""";
}
