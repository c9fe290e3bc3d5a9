package dev.homeport.loyalty.journal.store;

import dev.homeport.loyalty.fact.Fact;
import dev.homeport.platform.tenant.CurrentTenant;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;

/**
 * Takes facts as the listener does, and looks at the tables as the service's own role sees them.
 */
@ApplicationScoped
public class LedgerFixture {
  private final FactIntake intake;
  private final CurrentTenant tenant;
  private final DataSource database;

  LedgerFixture(FactIntake intake, CurrentTenant tenant, DataSource database) {
    this.intake = intake;
    this.tenant = tenant;
    this.database = database;
  }

  /** One batch in one transaction. */
  public void take(UUID merchant, List<? extends Fact> facts) {
    inTransaction(
        merchant,
        () -> {
          intake.take(List.copyOf(facts));
          return null;
        });
  }

  /** Lets a tenant that has no programme yet run this one, in place of the starter. */
  public void run(UUID merchant, String document) {
    String quoted = document.replace("'", "''");
    execute(
        merchant,
        """
        with made as (
          insert into programme (tenant_id, programme_id, key, created_at)
          values ('%s', gen_random_uuid(), '%s'::jsonb ->> 'key', now())
          returning tenant_id, programme_id)
        insert into programme_version (tenant_id, programme_id, number, state, document, time_zone,
          starts_at, approved_by, approved_at)
        select tenant_id, programme_id, 1, 'approved', '%s', 'UTC', '2000-01-01T00:00:00Z', 'test',
          now()
        from made"""
            .formatted(merchant, quoted, quoted));
  }

  /** The number that a query gives. */
  public long number(UUID merchant, String sql) {
    return rows(merchant, sql, row -> row.getLong(1)).getFirst();
  }

  /** The rows of a query as text, for comparison. */
  public List<String> texts(UUID merchant, String sql) {
    return rows(merchant, sql, row -> row.getString(1));
  }

  /** Runs a statement. */
  public void execute(UUID merchant, String sql) {
    inTransaction(
        merchant,
        () -> {
          try (var connection = database.getConnection();
              var statement = connection.createStatement()) {
            return statement.execute(sql);
          }
        });
  }

  private <T> List<T> rows(UUID merchant, String sql, Reader<T> reader) {
    return inTransaction(
        merchant,
        () -> {
          var found = new ArrayList<T>();
          try (var connection = database.getConnection();
              var statement = connection.createStatement();
              ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
              found.add(reader.read(rows));
            }
          }
          return found;
        });
  }

  private <T> T inTransaction(UUID merchant, Callable<T> work) {
    return tenant.call(merchant, () -> QuarkusTransaction.requiringNew().call(work));
  }

  private interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }
}
