package dev.homeport.platform.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it is stored.
 *
 * @param before JSON as PostgreSQL writes the stored value, so that it hashes the same each time
 * @param after as {@code before}
 * @param block null until the entry is sealed
 */
record AuditEntry(
    UUID id,
    Instant at,
    String subject,
    @Nullable String client,
    String action,
    String resourceType,
    String resourceId,
    @Nullable String before,
    @Nullable String after,
    @Nullable String reason,
    @Nullable String traceId,
    @Nullable Long block) {

  static final String COLUMNS =
      """
      id, at, subject, client, action, resource_type, resource_id, before, after, reason, \
      trace_id, block""";

  static AuditEntry read(ResultSet row) throws SQLException {
    return new AuditEntry(
        row.getObject("id", UUID.class),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("subject"),
        row.getString("client"),
        row.getString("action"),
        row.getString("resource_type"),
        row.getString("resource_id"),
        row.getString("before"),
        row.getString("after"),
        row.getString("reason"),
        row.getString("trace_id"),
        row.getObject("block", Long.class));
  }

  /** Each value with its length before it, so that no two entries have the same text. */
  String canonical() {
    var text = new StringBuilder();
    append(text, id.toString());
    append(text, Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, at)));
    append(text, subject);
    append(text, client);
    append(text, action);
    append(text, resourceType);
    append(text, resourceId);
    append(text, before);
    append(text, after);
    append(text, reason);
    append(text, traceId);
    return text.append('\n').toString();
  }

  private static void append(StringBuilder text, @Nullable String value) {
    if (value == null) {
      text.append('-');
    } else {
      text.append(value.length()).append(':').append(value);
    }
  }
}
