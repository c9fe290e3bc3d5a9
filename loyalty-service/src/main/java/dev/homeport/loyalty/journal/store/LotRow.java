package dev.homeport.loyalty.journal.store;

import dev.homeport.loyalty.ledger.Lot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A lot as it is stored, whose it is, and in which programme. */
public record LotRow(UUID identityId, String programme, Lot lot) {

  /** Reads the columns of {@code lot}. */
  public static Lot read(ResultSet row) throws SQLException {
    return new Lot(
        row.getObject("lot_id", UUID.class),
        row.getObject("cause_id", UUID.class),
        row.getString("rule"),
        Lot.Stage.valueOf(row.getString("stage").toUpperCase(Locale.ROOT)),
        row.getObject("usable_from", OffsetDateTime.class).toInstant(),
        instant(row.getObject("expires_at", OffsetDateTime.class)),
        row.getLong("size"),
        row.getLong("used"),
        row.getLong("expired"));
  }

  static @Nullable Instant instant(@Nullable OffsetDateTime value) {
    return value == null ? null : value.toInstant();
  }
}
