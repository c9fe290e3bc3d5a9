package dev.homeport.analytics.segment.store;

import dev.homeport.analytics.segment.ExportFormat;
import dev.homeport.analytics.segment.Exports;
import dev.homeport.analytics.segment.Segment;
import dev.homeport.platform.database.Database;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Files of members in parts, until they expire. */
@ApplicationScoped
class ExportTable implements Exports {
  private final Database database;
  private final AgroalDataSource worker;
  private final Clock clock;

  ExportTable(Database database, @DataSource("worker") AgroalDataSource worker, Clock clock) {
    this.database = database;
    this.worker = worker;
    this.clock = clock;
  }

  @Override
  public Export begin(UUID id, Segment segment, ExportFormat format, Instant expiresAt) {
    database.update(
        """
        insert into segment_export (tenant_id, id, format, segment_key, expires_at)
        values (?, ?, ?, ?, ?)""",
        to ->
            to.tenant()
                .uuid(id)
                .text(format.name().toLowerCase(Locale.ROOT))
                .text(segment.key())
                .instant(expiresAt));
    return new Export(id, segment.key(), format, expiresAt);
  }

  @Override
  public void add(UUID id, int number, String body) {
    database.update(
        """
        insert into segment_export_part (tenant_id, export_id, number, body)
        values (?, ?, ?, ?)""",
        to -> to.tenant().uuid(id).number(number).text(body));
  }

  @Override
  public void complete(UUID id) {
    database.update(
        "update segment_export set complete = true where tenant_id = ? and id = ?",
        to -> to.tenant().uuid(id));
  }

  @Override
  public Optional<Export> find(UUID id) {
    return database.find(
        """
        select segment_key, format, expires_at from segment_export
        where tenant_id = ? and id = ? and complete and expires_at > ?""",
        to -> to.tenant().uuid(id).instant(clock.instant()),
        row ->
            new Export(
                id,
                row.getString(1),
                ExportFormat.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
                row.getObject(3, OffsetDateTime.class).toInstant()));
  }

  @Override
  public Optional<String> part(UUID id, int number) {
    return database.find(
        """
        select body from segment_export_part
        where tenant_id = ? and export_id = ? and number = ?""",
        to -> to.tenant().uuid(id).number(number),
        row -> row.getString(1));
  }

  /** By the real clock, which that of a sandbox runs ahead of. */
  @Scheduled(every = "1h", delayed = "5m")
  void forgetExpired() throws SQLException {
    try (var connection = worker.getConnection();
        var statement = connection.createStatement()) {
      statement.executeUpdate("delete from segment_export where expires_at < now()");
    }
  }
}
