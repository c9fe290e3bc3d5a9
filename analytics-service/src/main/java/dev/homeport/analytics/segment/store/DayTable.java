package dev.homeport.analytics.segment.store;

import dev.homeport.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Up to which day the segments of a tenant have followed the calendar. */
@ApplicationScoped
class DayTable {
  private final Database database;

  DayTable(Database database) {
    this.database = database;
  }

  /**
   * Where the calendar stands.
   *
   * @param day the last that was turned; or the one that is being turned
   * @param after the last customer who was looked at; null when the day has been turned
   */
  record Hand(LocalDate day, @Nullable UUID after) {}

  Optional<Hand> hand() {
    return database.find(
        "select day, after from segment_clock where tenant_id = ?",
        to -> to.tenant(),
        row -> new Hand(row.getObject(1, LocalDate.class), row.getObject(2, UUID.class)));
  }

  /** Follows the calendar from a day on, unless it is followed already. */
  void begin(LocalDate day) {
    database.update(
        "insert into segment_clock (tenant_id, day) values (?, ?) on conflict do nothing",
        to -> to.tenant().date(day));
  }

  void set(LocalDate day, @Nullable UUID after) {
    database.update(
        """
        insert into segment_clock (tenant_id, day, after) values (?, ?, ?)
        on conflict (tenant_id) do update set day = excluded.day, after = excluded.after""",
        to -> to.tenant().date(day).uuid(after));
  }
}
