package dev.homeport.analytics.rfm.store;

import dev.homeport.analytics.rfm.CustomerMeasures;
import dev.homeport.analytics.rfm.Measures;
import dev.homeport.analytics.rfm.Population;
import dev.homeport.platform.database.Database;
import dev.homeport.platform.database.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads measures: the present ones from the values of customers, past ones from the facts. The
 * tenant is named beside the policy of the tables, so that the planner can tell how much it has.
 */
@ApplicationScoped
class PopulationTable implements CustomerMeasures {
  private final Database database;

  PopulationTable(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Measures> now(UUID customer) {
    return database.find(
        VALUE + " and customer_id = ?",
        to -> to.tenant().uuid(customer),
        PopulationTable::measures);
  }

  @Override
  public Optional<Measures> asOf(UUID customer, LocalDate day) {
    return database.find(
        FACTS.formatted("and i.customer_id = ?"),
        to -> to.tenant().date(day).uuid(customer),
        PopulationTable::measures);
  }

  /** Everybody, as they are now. */
  Population now() {
    return population(VALUE, Parameters::tenant);
  }

  /** Everybody, as they were at the end of a day. */
  Population asOf(LocalDate day) {
    return population(FACTS.formatted(""), to -> to.tenant().date(day));
  }

  private Population population(String sql, Database.Binding binding) {
    var population = new Population.Builder();
    database.each(
        sql, binding, row -> population.add(row.getLong(1), row.getLong(2), row.getBigDecimal(3)));
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
