package dev.homeport.analytics.rfm.store;

import dev.homeport.analytics.rfm.Measures;
import dev.homeport.analytics.rfm.Roster;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A customer with the measures of a scoring.
 *
 * @param day of the last order, since 1970-01-01
 * @param oldest day that any of this is of; the same as {@code day} where that does not matter
 */
record Measured(UUID customer, long day, long frequency, BigDecimal monetary, long oldest) {

  static Measured read(ResultSet row) throws SQLException {
    return new Measured(
        row.getObject(1, UUID.class),
        row.getLong(2),
        row.getLong(3),
        row.getBigDecimal(4),
        row.getLong(5));
  }

  Measures measures() {
    return new Measures(LocalDate.ofEpochDay(day), frequency, monetary);
  }

  /** The first day on which something of this is too old, as a {@link Roster} counts it. */
  int leavesOn(int windowDays) {
    return windowDays == 0 ? Roster.NEVER : Math.toIntExact(oldest + windowDays);
  }
}
