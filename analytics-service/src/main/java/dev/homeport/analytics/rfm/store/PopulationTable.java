package dev.homeport.analytics.rfm.store;

import dev.homeport.analytics.database.Database;
import dev.homeport.analytics.rfm.CustomerMeasures;
import dev.homeport.analytics.rfm.Measures;
import dev.homeport.analytics.rfm.Population;
import dev.homeport.platform.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads measures: the present ones from the values of customers, past ones from the facts. The
 * tenant is named beside the policy of the tables, so that the planner can tell how much it has.
 */
@ApplicationScoped
class PopulationTable implements CustomerMeasures {
  private final Database database;
  private final CurrentTenant tenant;

  PopulationTable(Database database, CurrentTenant tenant) {
    this.database = database;
    this.tenant = tenant;
  }

  @Override
  public Optional<Measures> now(UUID customer) {
    return database.find(
        VALUE + " and customer_id = ?", PopulationTable::measures, tenant.id(), customer);
  }

  @Override
  public Optional<Measures> asOf(UUID customer, LocalDate day) {
    return database.find(
        FACTS.formatted("and i.customer_id = ?"),
        PopulationTable::measures,
        tenant.id(),
        day,
        customer);
  }

  /** Everybody, as they are now. */
  Population now() {
    return population(VALUE, tenant.id());
  }

  /** Everybody, as they were at the end of a day. */
  Population asOf(LocalDate day) {
    return population(FACTS.formatted(""), tenant.id(), day);
  }

  private Population population(String sql, @Nullable Object... arguments) {
    var population = new Population.Builder();
    database.each(
        sql,
        row -> population.add(row.getLong(1), row.getLong(2), row.getBigDecimal(3)),
        arguments);
    return population.build();
  }

  private static Measures measures(ResultSet row) throws SQLException {
    return new Measures(LocalDate.ofEpochDay(row.getLong(1)), row.getLong(2), row.getBigDecimal(3));
  }

  private static final String VALUE =
      """
      select last_day - date 'epoch', frequency, net from customer_value
      where tenant_id = ? and frequency > 0""";

  private static final String FACTS =
      """
      select max(f.day) filter (where f.counted) - date 'epoch',
        count(*) filter (where f.counted), sum(f.gross - f.returned)
      from fact f join identity i using (tenant_id, identity_id)
      where f.tenant_id = ? and f.day <= ? and f.gross is not null %s
      group by i.customer_id
      having count(*) filter (where f.counted) > 0""";
}
