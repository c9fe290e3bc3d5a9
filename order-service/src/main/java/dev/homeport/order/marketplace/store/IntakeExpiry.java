package dev.homeport.order.marketplace.store;

import dev.homeport.platform.database.Database;
import dev.homeport.platform.database.Parameters;
import dev.homeport.platform.due.DueWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;

/**
 * Destroys the keys of days whose last body is thirty days old, and with them the bodies: first the
 * key, which makes them unreadable wherever they are, and the rows with it.
 */
@ApplicationScoped
class IntakeExpiry implements DueWork {
  /** From the beginning of a day until its last body is thirty days old. */
  static final int DAYS = 31;

  private final Database database;

  IntakeExpiry(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Instant> next(Instant horizon) {
    return database
        .list(
            "select min(day) from intake_key where tenant_id = ?",
            Parameters::tenant,
            row -> row.getObject(1, LocalDate.class))
        .stream()
        .filter(Objects::nonNull)
        .map(day -> day.plusDays(DAYS).atStartOfDay().toInstant(ZoneOffset.UTC))
        .filter(due -> !due.isAfter(horizon))
        .findFirst();
  }

  @Override
  public void run(Instant horizon) {
    LocalDate last = LocalDate.ofInstant(horizon, ZoneOffset.UTC).minusDays(DAYS);
    database.update(
        "delete from intake_delivery where tenant_id = ? and day <= ?",
        to -> to.tenant().date(last));
    database.update(
        "delete from intake_key where tenant_id = ? and day <= ?", to -> to.tenant().date(last));
  }
}
