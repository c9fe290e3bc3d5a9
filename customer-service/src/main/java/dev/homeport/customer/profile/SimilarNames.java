package dev.homeport.customer.profile;

import dev.homeport.platform.tenant.CurrentTenant;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Finds names by their trigrams (pg_trgm). Under row-level security PostgreSQL does not let that
 * index be used, as the operator might leak what it sees; so the worker asks, for the one tenant,
 * and only ids leave this class, which are then read as the tenant may.
 */
@ApplicationScoped
class SimilarNames {
  private static final int MOST = 200;

  /** Of all trigrams of both texts, how many both have: one letter of seven wrong is 0.45. */
  private static final String THRESHOLD = "set pg_trgm.similarity_threshold = 0.4";

  private static final String ALIKE =
      """
      select customer_id from search_value
      where tenant_id = ? and kind = 'name' and value % ?
      group by customer_id order by max(similarity(value, ?)) desc, customer_id desc limit ?""";

  private final AgroalDataSource worker;
  private final CurrentTenant tenant;

  SimilarNames(@DataSource("worker") AgroalDataSource worker, CurrentTenant tenant) {
    this.worker = worker;
    this.tenant = tenant;
  }

  /** The customers with the most similar names, the most similar first. */
  @Transactional(Transactional.TxType.NOT_SUPPORTED)
  List<UUID> to(String name) {
    try (var connection = worker.getConnection();
        var setting = connection.createStatement();
        var statement = connection.prepareStatement(ALIKE)) {
      setting.execute(THRESHOLD);
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
      throw new IllegalStateException("Names could not be compared", e);
    }
  }
}
