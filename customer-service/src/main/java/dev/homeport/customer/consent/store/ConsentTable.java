package dev.homeport.customer.consent.store;

import dev.homeport.customer.consent.ConsentRecord;
import dev.homeport.customer.consent.ConsentRecord.Kind;
import dev.homeport.platform.database.Database;
import dev.homeport.platform.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What people have said. Records stay with the customer to whom they were told; a customer's
 * history is that of all its identities' home customers, so merging moves nothing.
 */
@ApplicationScoped
public class ConsentTable {
  private static final String HISTORY =
      """
      select id, purpose, kind, at, source, text_version, expires_at, recorded_at from consent
      where tenant_id = ? and (customer_id = ? or customer_id in (
        select id from identity i where i.tenant_id = consent.tenant_id and i.customer_id = ?))""";

  private final Database database;
  private final Clock clock;

  ConsentTable(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** A record and when it came to be known here. */
  public record Stored(UUID id, ConsentRecord record, Instant recordedAt) {}

  /** Keeps a record; false when it was there. */
  public boolean add(UUID customer, ConsentRecord record) {
    return database.update(
            """
            insert into consent (tenant_id, id, customer_id, purpose, kind, at, source,
              text_version, expires_at, recorded_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""",
            to ->
                to.tenant()
                    .uuid(Ids.next())
                    .uuid(customer)
                    .text(record.purpose())
                    .text(record.kind().name().toLowerCase(Locale.ROOT))
                    .instant(record.at())
                    .text(record.source())
                    .text(record.textVersion())
                    .instant(record.expiresAt())
                    .instant(clock.instant()))
        == 1;
  }

  /** All that a customer has said. */
  public List<Stored> history(UUID customer) {
    return database.list(
        HISTORY, to -> to.tenant().uuid(customer).uuid(customer), ConsentTable::read);
  }

  /** The latest to have come first. */
  public List<Stored> history(UUID customer, @Nullable UUID before, int limit) {
    return database.list(
        HISTORY + " and (?::uuid is null or id < ?) order by id desc limit ?",
        to -> to.tenant().uuid(customer).uuid(customer).uuid(before).uuid(before).number(limit),
        ConsentTable::read);
  }

  private static Stored read(ResultSet row) throws SQLException {
    OffsetDateTime expires = row.getObject("expires_at", OffsetDateTime.class);
    return new Stored(
        row.getObject("id", UUID.class),
        new ConsentRecord(
            row.getString("purpose"),
            Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
            row.getObject("at", OffsetDateTime.class).toInstant(),
            row.getString("source"),
            row.getString("text_version"),
            expires == null ? null : expires.toInstant()),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant());
  }
}
