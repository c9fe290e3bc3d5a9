package dev.homeport.platform.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job as it is stored.
 *
 * @param inputChunks null for a job without input
 * @param attempt the fencing token of the present run
 * @param setbacks runs in a row that ended without a committed step
 * @param elapsedSeconds since the first start, by the database's clock
 */
record JobRow(
    UUID tenant,
    UUID id,
    String kind,
    JobStatus status,
    long processed,
    @Nullable Long total,
    long succeeded,
    long failed,
    String parameters,
    @Nullable String checkpoint,
    @Nullable String result,
    @Nullable Integer inputChunks,
    boolean inputGzip,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    int attempt,
    int setbacks,
    boolean cancelRequested,
    @Nullable String failureCode,
    @Nullable String failureDetail,
    double elapsedSeconds) {

  static final String COLUMNS =
      """
      tenant_id, id, kind, status, processed, total, succeeded, failed, parameters, checkpoint, \
      result, input_chunks, input_gzip, created_at, started_at, finished_at, attempt, setbacks, \
      cancel_requested, failure_code, failure_detail, \
      coalesce(extract(epoch from clock_timestamp() - started_at), 0) as elapsed""";

  static JobRow read(ResultSet row) throws SQLException {
    return new JobRow(
        row.getObject("tenant_id", UUID.class),
        row.getObject("id", UUID.class),
        row.getString("kind"),
        JobStatus.valueOf(row.getString("status").toUpperCase(java.util.Locale.ROOT)),
        row.getLong("processed"),
        row.getObject("total", Long.class),
        row.getLong("succeeded"),
        row.getLong("failed"),
        row.getString("parameters"),
        row.getString("checkpoint"),
        row.getString("result"),
        row.getObject("input_chunks", Integer.class),
        row.getBoolean("input_gzip"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        instant(row, "started_at"),
        instant(row, "finished_at"),
        row.getInt("attempt"),
        row.getInt("setbacks"),
        row.getBoolean("cancel_requested"),
        row.getString("failure_code"),
        row.getString("failure_detail"),
        row.getDouble("elapsed"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
