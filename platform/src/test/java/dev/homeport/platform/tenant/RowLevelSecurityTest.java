package dev.homeport.platform.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestTenants;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class RowLevelSecurityTest {
  @Inject AgroalDataSource database;
  @Inject CurrentTenant tenant;

  @Test
  void aSessionWithoutATenantSeesNoRow() throws SQLException {
    TestTenants.create();

    try (var connection = database.getConnection()) {
      assertThat(countTenants(connection)).isZero();
    }
    int seenByNobody = QuarkusTransaction.requiringNew().call(this::countTenants);
    assertThat(seenByNobody).isZero();
  }

  @Test
  void aTenantSeesItsOwnRowsOnlyAndTheNextUserOfTheConnectionNone() {
    UUID mine = TestTenants.create();
    TestTenants.create();

    int seen = tenant.call(mine, () -> QuarkusTransaction.requiringNew().call(this::countTenants));

    assertThat(seen).isOne();
    int seenByNobody = QuarkusTransaction.requiringNew().call(this::countTenants);
    assertThat(seenByNobody).isZero();
  }

  @Test
  void aRowForAnotherTenantIsRefused() {
    UUID mine = TestTenants.create();
    UUID other = TestTenants.create();

    assertThatThrownBy(
            () ->
                tenant.call(
                    mine, () -> QuarkusTransaction.requiringNew().call(() -> remember(other))))
        .hasStackTraceContaining("row-level security");
  }

  private int remember(UUID owner) throws SQLException {
    try (var connection = database.getConnection();
        var statement =
            connection.prepareStatement(
                "insert into inbox (tenant_id, consumer, event_id) values (?, 'x', ?)")) {
      statement.setObject(1, owner);
      statement.setObject(2, UUID.randomUUID());
      return statement.executeUpdate();
    }
  }

  private int countTenants() throws SQLException {
    try (var connection = database.getConnection()) {
      return countTenants(connection);
    }
  }

  private static int countTenants(java.sql.Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("select count(*) from tenant")) {
      row.next();
      return row.getInt(1);
    }
  }
}
