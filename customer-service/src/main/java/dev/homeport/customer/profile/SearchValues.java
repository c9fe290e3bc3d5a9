package dev.homeport.customer.profile;

import dev.homeport.platform.tenant.CurrentTenant;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Writes what customers are found by. */
@ApplicationScoped
class SearchValues {
  private static final String DELETE_ALL = "delete from search_value where customer_id = any(?)";

  /** What candidates for a match are found by is written by those who look for them. */
  private static final String DELETE =
      "delete from search_value where customer_id = any(?) and kind not like 'match-%'";

  private static final String INSERT =
      """
      insert into search_value (tenant_id, kind, value, customer_id)
      select t.id, v.kind, v.value, v.customer_id
      from (select ?::uuid as id) t, unnest(?::text[], ?::text[], ?::uuid[])
        as v(kind, value, customer_id)
      order by v.kind, v.value collate "C", v.customer_id""";

  private final AgroalDataSource database;
  private final CurrentTenant tenant;

  SearchValues(AgroalDataSource database, CurrentTenant tenant) {
    this.database = database;
    this.tenant = tenant;
  }

  /** Replaces the values of these customers, whose rows the caller has locked. */
  void replace(Collection<Profile> profiles) {
    var values = profiles.stream().flatMap(profile -> SearchValue.of(profile).stream()).toList();
    try (var connection = database.getConnection()) {
      delete(connection, DELETE, profiles.stream().map(Profile::id).toList());
      if (!values.isEmpty()) {
        insert(connection, values);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("Search values could not be written", e);
    }
  }

  /** Takes away all by which these customers are found, by people and by each other. */
  void delete(Collection<UUID> customers) {
    try (var connection = database.getConnection()) {
      delete(connection, DELETE_ALL, customers);
    } catch (SQLException e) {
      throw new IllegalStateException("Search values could not be deleted", e);
    }
  }

  private static void delete(Connection connection, String sql, Collection<UUID> customers)
      throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      statement.setArray(1, connection.createArrayOf("uuid", customers.toArray()));
      statement.executeUpdate();
    }
  }

  private void insert(Connection connection, List<SearchValue> values) throws SQLException {
    try (var statement = connection.prepareStatement(INSERT)) {
      var kinds = values.stream().map(SearchValue::kind).toArray();
      var texts = values.stream().map(SearchValue::value).toArray();
      var customers = values.stream().map(SearchValue::customer).toArray();
      statement.setObject(1, tenant.id());
      statement.setArray(2, connection.createArrayOf("text", kinds));
      statement.setArray(3, connection.createArrayOf("text", texts));
      statement.setArray(4, connection.createArrayOf("uuid", customers));
      statement.executeUpdate();
    }
  }
}
