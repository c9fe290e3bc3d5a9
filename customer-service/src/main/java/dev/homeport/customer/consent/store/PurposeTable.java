package dev.homeport.customer.consent.store;

import dev.homeport.customer.consent.Purpose;
import dev.homeport.platform.database.Database;
import dev.homeport.platform.event.EventJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The purposes of the present tenant. */
@ApplicationScoped
public class PurposeTable {
  private static final String SELECT =
      "select document, version from consent_purpose where tenant_id = ?";

  private final Database database;
  private final Clock clock;

  PurposeTable(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** A purpose and how often it was changed. */
  public record Stored(Purpose purpose, int version) {}

  /** Declares a purpose; false when its code is taken. */
  public boolean add(Purpose purpose) {
    return database.update(
            """
            insert into consent_purpose (tenant_id, code, document, version, created_at, changed_at)
            values (?, ?, ?::jsonb, 1, ?, ?) on conflict do nothing""",
            to ->
                to.tenant()
                    .text(purpose.code())
                    .text(EventJson.write(purpose))
                    .instant(clock.instant())
                    .instant(clock.instant()))
        == 1;
  }

  /** Replaces the settings of a purpose. */
  public void change(Purpose purpose) {
    database.update(
        """
        update consent_purpose set document = ?::jsonb, version = version + 1, changed_at = ?
        where tenant_id = ? and code = ?""",
        to ->
            to.text(EventJson.write(purpose))
                .instant(clock.instant())
                .tenant()
                .text(purpose.code()));
  }

  /** One of them. */
  public Optional<Stored> find(String code) {
    return database.find(
        SELECT + " and code = ?", to -> to.tenant().text(code), PurposeTable::read);
  }

  /** One of them, which nobody else changes until the transaction ends. */
  public Optional<Stored> lock(String code) {
    return database.find(
        SELECT + " and code = ? for update", to -> to.tenant().text(code), PurposeTable::read);
  }

  /** Those that come after a code, by code. */
  public List<Stored> list(String after, int limit) {
    return database.list(
        SELECT + " and code > ? order by code limit ?",
        to -> to.tenant().text(after).number(limit),
        PurposeTable::read);
  }

  private static Stored read(ResultSet row) throws SQLException {
    return new Stored(EventJson.read(row.getString(1), Purpose.class), row.getInt(2));
  }
}
