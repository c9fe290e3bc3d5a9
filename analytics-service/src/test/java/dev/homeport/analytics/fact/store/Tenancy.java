package dev.homeport.analytics.fact.store;

import dev.homeport.analytics.fact.store.History.Value;
import dev.homeport.platform.database.Database;
import dev.homeport.platform.tenant.CurrentTenant;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;

/**
 * Runs pieces of a test in a transaction of a tenant, as listeners do, and shows what is stored.
 */
@ApplicationScoped
public class Tenancy {
  private final CurrentTenant currentTenant;
  private final Database database;

  Tenancy(CurrentTenant currentTenant, Database database) {
    this.currentTenant = currentTenant;
    this.database = database;
  }

  /** One transaction of the tenant. */
  public <T> T in(UUID tenant, Callable<T> work) {
    return currentTenant.call(tenant, () -> QuarkusTransaction.requiringNew().call(work));
  }

  /** Values and days that nothing has led to. */
  void damage(UUID tenant) {
    in(
        tenant,
        () -> {
          database.update("update fact set day = day + 1 where revision = 1");
          database.update("update customer_value set net = net + 0.000000001");
          return database.update(
              "insert into customer_value (tenant_id, customer_id, frequency, net)"
                  + " values (?, ?, 0, 1)",
              to -> to.uuid(tenant).uuid(UUID.randomUUID()));
        });
  }

  Map<UUID, Value> values(UUID tenant) {
    return in(
        tenant,
        () -> {
          var values = new HashMap<UUID, Value>();
          database.each(
              "select * from customer_value",
              _ -> {},
              row -> values.put(row.getObject("customer_id", UUID.class), value(row)));
          return values;
        });
  }

  private static Value value(ResultSet row) throws SQLException {
    return new Value(
        Optional.ofNullable(row.getObject("first_day", LocalDate.class)),
        Optional.ofNullable(row.getObject("last_day", LocalDate.class)),
        row.getLong("frequency"),
        row.getBigDecimal("net"),
        row.getLong("days"),
        row.getBigDecimal("repeat_net"));
  }
}
