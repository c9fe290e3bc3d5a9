package dev.homeport.platform.readiness;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.jboss.logging.Logger;

/**
 * Ready when the database answers and its schema is at least as new as the service's newest
 * migration. A newer schema is fine: during a rolling update the old replicas go on working on it.
 * The broker, the outbox and the dead letters are metrics, not readiness: their outage must not
 * take the replicas away.
 */
@Readiness
@ApplicationScoped
class SchemaReadiness implements HealthCheck {
  private static final Logger LOG = Logger.getLogger(SchemaReadiness.class);
  private static final String NAME = "database schema";
  private static final String APPLIED =
      """
      select version from flyway_schema_history
      where version is not null and success order by installed_rank desc""";

  private final AgroalDataSource database;
  private final MigrationVersion packaged;

  SchemaReadiness(AgroalDataSource database, Flyway flyway) {
    this.database = database;
    this.packaged = packaged(flyway);
  }

  @Override
  public HealthCheckResponse call() {
    var response = HealthCheckResponse.named(NAME).withData("expected", packaged.getVersion());
    try {
      MigrationVersion applied = applied();
      return response
          .withData("applied", applied.getVersion())
          .status(applied.compareTo(packaged) >= 0)
          .build();
    } catch (SQLException e) {
      LOG.warnf("The database does not answer the readiness check, SQL state %s", e.getSQLState());
      return response.withData("database", "does not answer").down().build();
    }
  }

  private MigrationVersion applied() throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(APPLIED);
        var rows = statement.executeQuery()) {
      MigrationVersion newest = MigrationVersion.EMPTY;
      while (rows.next()) {
        newest = max(newest, MigrationVersion.fromVersion(rows.getString(1)));
      }
      return newest;
    }
  }

  /** From the packaged files alone, so that a service without the owner's password knows it too. */
  private static MigrationVersion packaged(Flyway flyway) {
    var files =
        flyway.getConfiguration().getResourceProvider().getResources("V", new String[] {".sql"});
    return files.stream()
        .flatMap(file -> version(file.getFilename()).stream())
        .reduce(MigrationVersion.EMPTY, SchemaReadiness::max);
  }

  static Optional<MigrationVersion> version(String file) {
    int end = file.indexOf("__");
    return end < 2
        ? Optional.empty()
        : Optional.of(MigrationVersion.fromVersion(file.substring(1, end)));
  }

  private static MigrationVersion max(MigrationVersion a, MigrationVersion b) {
    return a.compareTo(b) >= 0 ? a : b;
  }
}
