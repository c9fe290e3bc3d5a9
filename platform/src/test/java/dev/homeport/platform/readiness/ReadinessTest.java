package dev.homeport.platform.readiness;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.homeport.platform.testing.ServiceEnvironment;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class ReadinessTest {
  @ConfigProperty(name = "homeport.test.postgres.superuser-url")
  String superuserUrl;

  @ConfigProperty(name = "homeport.database.name")
  String database;

  @Test
  void aServiceIsReadyWhenItsSchemaIs() {
    given()
        .get("/q/health/ready")
        .then()
        .statusCode(200)
        .body("checks.name", hasItem("database schema"));
  }

  @Test
  void aSchemaThatLacksAMigrationIsNotReadyAndANewerOneIs() throws SQLException {
    String newest = "(select max(version) from flyway_schema_history)";
    execute("update flyway_schema_history set success = false where version = " + newest);
    try {
      given()
          .get("/q/health/ready")
          .then()
          .statusCode(503)
          .body("checks.find { it.name == 'database schema' }.status", equalTo("DOWN"));
    } finally {
      execute("update flyway_schema_history set success = true where version = " + newest);
    }
    execute(
        """
        insert into flyway_schema_history
        select installed_rank + 1, '29990101000000', 'of a newer release', type, script, checksum,
          installed_by, installed_on, execution_time, success
        from flyway_schema_history order by installed_rank desc limit 1""");
    try {
      given().get("/q/health/ready").then().statusCode(200);
    } finally {
      execute("delete from flyway_schema_history where version = '29990101000000'");
    }
  }

  @Test
  void versionsAreReadFromFileNames() {
    assertThat(SchemaReadiness.version("V20260101000200__create_jobs.sql"))
        .hasValueSatisfying(v -> assertThat(v.getVersion()).isEqualTo("20260101000200"));
    assertThat(SchemaReadiness.version("notes.sql")).isEmpty();
  }

  private void execute(String sql) throws SQLException {
    String url = superuserUrl.replace("/postgres?", "/" + database + "?");
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }
}
