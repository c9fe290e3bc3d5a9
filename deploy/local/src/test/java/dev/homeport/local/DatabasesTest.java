package dev.homeport.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabasesTest {

  private static PostgresServer postgres;

  @BeforeAll
  static void create(@TempDir Path temp) {
    postgres = PostgresServer.start(temp.resolve("postgres"), 0, false);
    Databases.create(postgres.superuserJdbcUrl(), Databases.ALL);
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  @Test
  void creating_them_twice_changes_nothing() throws SQLException {
    Databases.create(postgres.superuserJdbcUrl(), Databases.ALL);

    try (var connection = DriverManager.getConnection(postgres.superuserJdbcUrl())) {
      assertThat(number(connection, "select count(*) from pg_database where datname <> 'postgres'"))
          .isEqualTo(5 + 2);
      assertThat(
              number(
                  connection,
                  "select count(*) from pg_roles where rolcanlogin and not rolsuper and not rolbypassrls"))
          .isEqualTo(15);
    }
  }

  @Test
  void row_level_security_holds_for_the_service_and_cannot_be_switched_off() throws SQLException {
    try (var owner = connect(Databases.ORDERS, Databases.ORDERS.owner())) {
      execute(owner, "create table secret (tenant_id text)");
      execute(owner, "insert into secret values ('a'), ('b')");
      execute(owner, "alter table secret enable row level security");
      execute(owner, "alter table secret force row level security");
      execute(
          owner,
          "create policy own on secret using (tenant_id = current_setting('app.tenant', true))");
      execute(owner, "grant select on secret to order_service");
    }
    try (var service = connect(Databases.ORDERS, Databases.ORDERS.role())) {
      assertThat(number(service, "select count(*) from secret")).isZero();
      execute(service, "set app.tenant = 'a'");
      assertThat(number(service, "select count(*) from secret")).isEqualTo(1);
      assertThatThrownBy(() -> execute(service, "alter table secret disable row level security"))
          .hasMessageContaining("must be owner");
      assertThatThrownBy(() -> execute(service, "set role order_service_owner"))
          .hasMessageContaining("permission denied");
      execute(service, "set row_security = off");
      assertThatThrownBy(() -> number(service, "select count(*) from secret"))
          .hasMessageContaining("row-level security");
    }
  }

  @Test
  void a_service_cannot_create_tables_or_enter_another_services_database() throws SQLException {
    try (var service = connect(Databases.ORDERS, Databases.ORDERS.role())) {
      assertThatThrownBy(() -> execute(service, "create table mine (id int)"))
          .hasMessageContaining("permission denied for schema public");
    }
    assertThatThrownBy(() -> connect(Databases.LOYALTY, Databases.ORDERS.role()))
        .hasMessageContaining("permission denied for database");
  }

  @Test
  void a_wrong_password_is_refused() {
    assertThatThrownBy(
            () ->
                DriverManager.getConnection(postgres.jdbcUrl("orders"), "order_service", "guessed"))
        .hasMessageContaining("password authentication failed");
  }

  @Test
  void the_customer_database_can_search_names() throws SQLException {
    try (var service = connect(Databases.CUSTOMER, Databases.CUSTOMER.role())) {
      assertThat(number(service, "select case when unaccent('é') % 'e' then 1 else 0 end"))
          .isEqualTo(1);
    }
  }

  private static Connection connect(Databases.Database database, String role) throws SQLException {
    return DriverManager.getConnection(
        postgres.jdbcUrl(database.name()), role, Databases.localPassword(role));
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static int number(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
