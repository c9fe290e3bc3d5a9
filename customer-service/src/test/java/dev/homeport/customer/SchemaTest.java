package dev.homeport.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.homeport.customer.testing.Requests;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestTenants;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class SchemaTest {
  @Inject SessionFactory sessions;
  @Inject AgroalDataSource database;

  @Test
  void theMigratedSchemaIsTheOneOfTheEntities() {
    assertThatCode(() -> sessions.getSchemaManager().validate()).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "customer",
        "contact_point",
        "search_value",
        "identity",
        "match_queue",
        "personal_key"
      })
  void whoForgetsTheTenantSeesNothing(String table) throws SQLException {
    Requests.customer(
        TestTenants.create(),
        "{\"name\": {\"full\": \"Anna\"}, \"emails\": [{\"address\": \"a@example.com\"}]}");

    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select count(*) from " + table)) {
      rows.next();
      assertThat(rows.getLong(1)).isZero();
    }
  }
}
