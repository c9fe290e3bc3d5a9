package dev.homeport.platform.testing;

import dev.homeport.local.Databases;
import dev.homeport.local.Databases.Database;
import dev.homeport.local.KafkaBroker;
import dev.homeport.local.PostgresServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * One PostgreSQL and one broker for all tests of a module. The service's database and roles are
 * those that its {@code application.properties} names.
 */
public class ServiceEnvironment implements QuarkusTestResourceLifecycleManager {
  private @Nullable PostgresServer postgres;
  private @Nullable KafkaBroker kafka;

  @Override
  public Map<String, String> start() {
    try {
      Path data = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "environment");
      var broker = KafkaBroker.start(data.resolve("kafka"));
      kafka = broker;
      var server = PostgresServer.start(data.resolve("postgres"), 0, false);
      postgres = server;
      Database database = database();
      Databases.create(server.superuserJdbcUrl(), database);
      return settings(server, broker, database);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> settings(
      PostgresServer postgres, KafkaBroker kafka, Database database) {
    var settings = new HashMap<String, String>();
    settings.put("quarkus.datasource.jdbc.url", postgres.jdbcUrl(database.name()));
    settings.put("quarkus.http.test-port", "0");
    settings.put("kafka.bootstrap.servers", kafka.bootstrapServers());
    settings.put("homeport.secret", "a-secret-for-tests-of-more-than-32-characters");
    settings.put("homeport.topics.partitions", "3");
    settings.put("homeport.test.postgres.superuser-url", postgres.superuserJdbcUrl());
    settings.putAll(TestTokens.settings());
    return settings;
  }

  private static Database database() {
    var properties = new Properties();
    try (var file = ServiceEnvironment.class.getResourceAsStream("/application.properties")) {
      properties.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String name = properties.getProperty("homeport.database.name");
    return Databases.ALL.stream()
        .filter(known -> known.name().equals(name))
        .findFirst()
        .orElseGet(() -> new Database(name, properties.getProperty("homeport.role"), List.of()));
  }

  @Override
  public void stop() {
    if (kafka != null) {
      kafka.close();
    }
    if (postgres != null) {
      postgres.close();
    }
  }
}
