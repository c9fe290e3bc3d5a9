package dev.homeport.customer.profile;

import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import dev.homeport.platform.tenant.CurrentTenant;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Finds whole names by their trigrams (pg_trgm). Under row-level security PostgreSQL does not let
 * that index be used, as the operator might leak what it sees; so the worker asks, for the one
 * tenant, and only ids leave this class, which are then read as the tenant may. It costs a
 * processor up to a fifth of a second among a million, so few ask at a time.
 */
@ApplicationScoped
class SimilarNames {
  private static final int MOST = 200;

  private static final int AT_A_TIME = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final String CANCELED = "57014";

  /** Of all trigrams of two names, how many both have; two letters of fourteen wrong is 0.5. */
  private static final String THRESHOLD = "set pg_trgm.similarity_threshold = 0.45";

  private static final String ALIKE =
      """
      select customer_id from search_value
      where tenant_id = ? and kind = 'name' and value like '% %' and value % ?
      group by customer_id order by max(similarity(value, ?)) desc, customer_id desc limit ?""";

  private final AgroalDataSource worker;
  private final CurrentTenant tenant;
  private final Semaphore asking = new Semaphore(AT_A_TIME);

  SimilarNames(@DataSource("worker") AgroalDataSource worker, CurrentTenant tenant) {
    this.worker = worker;
    this.tenant = tenant;
  }

  /**
   * The customers with the most similar names, the most similar first.
   *
   * @throws Problem 503 when too many ask, or it takes too long
   */
  List<UUID> to(String name) {
    try {
      if (!asking.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw busy();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw busy();
    }
    try {
      return read(name);
    } finally {
      asking.release();
    }
  }

  private static Problem busy() {
    return Problem.of(CommonProblem.OVERLOADED).retryAfter(PATIENCE);
  }

  private List<UUID> read(String name) {
    try (var connection = worker.getConnection();
        var setting = connection.createStatement();
        var statement = connection.prepareStatement(ALIKE)) {
      setting.execute(THRESHOLD);
      statement.setQueryTimeout((int) PATIENCE.toSeconds());
      statement.setObject(1, tenant.id());
      statement.setString(2, name);
      statement.setString(3, name);
      statement.setInt(4, MOST);
      var ids = new ArrayList<UUID>();
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          ids.add(rows.getObject(1, UUID.class));
        }
      }
      return ids;
    } catch (SQLException e) {
      if (CANCELED.equals(e.getSQLState())) {
        throw busy();
      }
      throw new IllegalStateException("Names could not be compared", e);
    }
  }
}
