package dev.homeport.gateway.apikey;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.eclipse.microprofile.config.ConfigProvider;

/** The tables of keys, as a superuser changes them. */
final class KeyRows {
  private KeyRows() {}

  /** Lets the time pass in which an attempt may still end well. */
  static void makeDue(String clientId) {
    String url =
        ConfigProvider.getConfig()
            .getValue("homeport.test.postgres.superuser-url", String.class)
            .replaceFirst("/postgres(?=\\?|$)", "/gateway");
    try (var connection = DriverManager.getConnection(url);
        var statement =
            connection.prepareStatement(
                "update api_key_removal set due_at = now() where client_id = ?")) {
      statement.setString(1, clientId);
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
