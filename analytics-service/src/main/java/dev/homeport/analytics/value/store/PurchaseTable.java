package dev.homeport.analytics.value.store;

import dev.homeport.analytics.value.CustomerColumns;
import dev.homeport.analytics.value.Observations;
import dev.homeport.analytics.value.PurchaseHistories;
import dev.homeport.analytics.value.Purchases;
import dev.homeport.platform.database.Database;
import dev.homeport.platform.database.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads purchases: of the whole tenant and of now from the values of customers, else from the
 * facts. The tenant is named beside the policy of the tables, so that the planner can tell how much
 * it has.
 */
@ApplicationScoped
class PurchaseTable implements PurchaseHistories {
  private final Database database;

  PurchaseTable(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Purchases> of(UUID customer, Optional<String> market, LocalDate today) {
    return market
        .map(
            one ->
                database.find(
                    FACTS.formatted("and i.customer_id = ?"),
                    to -> to.tenant().text(one).date(today).uuid(customer),
                    row -> purchases(row, today)))
        .orElseGet(
            () ->
                database.find(
                    VALUES + " and customer_id = ?",
                    to -> to.tenant().uuid(customer),
                    row -> purchases(row, today)));
  }

  @Override
  public CustomerColumns of(Collection<UUID> customers, LocalDate today) {
    return columns(
        VALUES + " and customer_id = any(?::uuid[])", to -> to.tenant().texts(customers), today);
  }

  @Override
  public CustomerColumns all(Optional<String> market, LocalDate today) {
    return market
        .map(one -> columns(FACTS.formatted(""), to -> to.tenant().text(one).date(today), today))
        .orElseGet(() -> columns(VALUES, Parameters::tenant, today));
  }

  @Override
  public Optional<Observations> observe(
      Optional<String> market, Optional<LocalDate> calibrationEnd, LocalDate today) {
    if (calibrationEnd.isPresent()) {
      return new CalibrationReader(database, market, calibrationEnd.get(), today).read();
    }
    var observed = new Observed(today);
    Database.Visitor visitor =
        row -> observed.add(LocalDate.ofEpochDay(row.getLong("first_day")), purchases(row, today));
    if (market.isPresent()) {
      database.each(FACTS.formatted(""), to -> to.tenant().text(market.get()).date(today), visitor);
    } else {
      database.each(VALUES, Parameters::tenant, visitor);
    }
    return observed.observations(Optional.empty());
  }

  private CustomerColumns columns(String sql, Database.Binding binding, LocalDate today) {
    var columns = new CustomerColumns.Builder();
    database.each(
        sql,
        binding,
        row -> columns.add(row.getObject("customer_id", UUID.class), purchases(row, today)));
    return columns.build();
  }

  private static Purchases purchases(ResultSet row, LocalDate today) throws SQLException {
    return Purchases.of(
        row.getLong("days"),
        row.getLong("first_day"),
        row.getLong("last_day"),
        row.getDouble("repeat_net"),
        today.toEpochDay());
  }

  private static final String VALUES =
      """
      select customer_id, days, first_day - date 'epoch' as first_day,
        last_day - date 'epoch' as last_day, repeat_net::float8
      from customer_value where tenant_id = ? and days > 0""";

  private static final String FACTS =
      """
      select customer_id, count(*) as days, first_day - date 'epoch' as first_day,
        max(day) - date 'epoch' as last_day,
        coalesce(sum(net) filter (where day > first_day), 0)::float8 as repeat_net
      from (
        select i.customer_id, f.day, sum(f.gross - f.returned) as net,
          min(f.day) over (partition by i.customer_id) as first_day
        from fact f join identity i using (tenant_id, identity_id)
        where f.tenant_id = ? and f.counted and f.market = ? and f.day <= ? %s
        group by i.customer_id, f.day) purchase
      group by customer_id, first_day""";
}
