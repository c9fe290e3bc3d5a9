package dev.homeport.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {

  private final Path temp;

  PostgresServerTest(@TempDir Path temp) {
    this.temp = temp;
  }

  @Test
  void a_restart_keeps_what_was_written_and_its_settings() throws SQLException {
    try (var first = PostgresServer.start(temp.resolve("postgres"), 0, true)) {
      write(first);
    }
    try (var second = PostgresServer.start(temp.resolve("postgres"), 0, true);
        var connection = connect(second)) {
      assertThat(text(connection, "select note from kept")).isEqualTo("here");
      assertThat(text(connection, "show fsync")).isEqualTo("on");
      assertThat(text(connection, "show synchronous_commit")).isEqualTo("on");
      assertThat(text(connection, "show max_connections")).isEqualTo("300");
    }
  }

  @Test
  void after_a_crash_it_starts_again_with_what_was_committed() throws SQLException {
    var crashed = PostgresServer.start(temp.resolve("postgres"), 0, true);
    write(crashed);
    crashed.kill();
    assertThat(PostgresServer.running(temp.resolve("postgres"))).isEmpty();
    assertThat(temp.resolve("postgres/postmaster.pid")).exists();

    try (var again = PostgresServer.start(temp.resolve("postgres"), crashed.port(), true);
        var connection = connect(again)) {
      assertThat(text(connection, "select note from kept")).isEqualTo("here");
    }
  }

  @Test
  void what_a_crash_during_the_very_first_start_left_behind_is_replaced() throws Exception {
    var half = Files.createDirectories(temp.resolve("postgres/base"));
    Files.writeString(half.resolveSibling("PG_VERSION"), "18");
    Files.writeString(half.resolveSibling("postgresql.conf"), "");

    try (var server = PostgresServer.start(temp.resolve("postgres"), 0, false);
        var connection = connect(server)) {
      assertThat(text(connection, "select 'alive'")).isEqualTo("alive");
    }
  }

  @Test
  void a_taken_port_is_said_in_one_sentence() throws IOException {
    try (var other = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      assertThatThrownBy(
              () -> PostgresServer.start(temp.resolve("postgres"), other.getLocalPort(), false))
          .isInstanceOf(LocalException.class)
          .hasMessage(
              "Port %d, which PostgreSQL needs, is taken by another program: stop it, or move all"
                      .formatted(other.getLocalPort())
                  + " ports with --port-offset.");
    }
  }

  private static Connection connect(PostgresServer server) throws SQLException {
    return DriverManager.getConnection(server.superuserJdbcUrl());
  }

  private static void write(PostgresServer server) throws SQLException {
    try (var connection = connect(server);
        var statement = connection.createStatement()) {
      statement.execute("create table kept as select 'here' as note");
    }
  }

  private static String text(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
