package dev.homeport.loyalty.member;

import dev.homeport.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads members in a programme, which its key names. Every customer of whom an identity is known is
 * one, with or without points.
 */
@ApplicationScoped
public class Members {
  private final Database database;

  Members(Database database) {
    this.database = database;
  }

  /** One member; empty when the tenant has no such customer. */
  public Optional<Member> find(String programme, UUID customerId) {
    return database.find(
        MemberSql.ONE, to -> to.tenant().text(programme).uuid(customerId), Members::member);
  }

  /** Members in the order of their ids, after one of them. */
  public List<Member> list(String programme, @Nullable UUID after, int limit) {
    return database.list(
        MemberSql.PAGE,
        to -> to.tenant().text(programme).uuid(after).uuid(after).number(limit),
        Members::member);
  }

  /** Entries of the member's accounts, newest first, before one of them. */
  public List<MemberEntry> entries(
      String programme, UUID customerId, @Nullable UUID before, int limit) {
    return database.list(
        MemberSql.ENTRIES,
        to -> to.tenant().text(programme).uuid(customerId).uuid(before).number(limit),
        Members::entry);
  }

  /** Lots in the order in which they are drawn, after a place in it. */
  public List<MemberLot> lots(
      String programme, UUID customerId, boolean openOnly, @Nullable LotPlace after, int limit) {
    return database.list(
        MemberSql.LOTS,
        to ->
            to.tenant()
                .text(programme)
                .uuid(customerId)
                .text(openOnly ? "open" : "all")
                .uuid(after == null ? null : after.causeId())
                .instant(after == null ? null : after.expiresAt())
                .instant(after == null ? null : after.usableFrom())
                .uuid(after == null ? null : after.causeId())
                .text(after == null ? null : after.rule())
                .number(limit),
        Members::lot);
  }

  private static Member member(ResultSet row) throws SQLException {
    return new Member(
        row.getObject("customer_id", UUID.class),
        row.getLong("pending"),
        row.getLong("net"),
        row.getLong("held"),
        row.getLong("earned"),
        row.getLong("clawed"),
        row.getLong("expired"),
        row.getLong("redeemed"),
        row.getLong("open_lots"),
        instant(row, "next_expiry"),
        row.getLong("next_expiry_points"),
        instant(row, "updated_at"));
  }

  private static MemberEntry entry(ResultSet row) throws SQLException {
    return new MemberEntry(
        row.getObject("entry_id", UUID.class),
        row.getObject("transaction_id", UUID.class),
        row.getObject("identity_id", UUID.class),
        row.getString("account"),
        row.getLong("points"),
        row.getObject("lot_id", UUID.class),
        row.getString("cause_kind"),
        row.getObject("cause_id", UUID.class),
        row.getLong("cause_revision"),
        row.getString("rule"),
        row.getInt("programme_version"),
        row.getObject("effective_at", OffsetDateTime.class).toInstant(),
        row.getObject("posted_at", OffsetDateTime.class).toInstant(),
        row.getString("explanation"));
  }

  private static MemberLot lot(ResultSet row) throws SQLException {
    return new MemberLot(
        row.getObject("lot_id", UUID.class),
        row.getObject("identity_id", UUID.class),
        row.getString("cause_kind"),
        row.getObject("cause_id", UUID.class),
        row.getString("rule"),
        row.getLong("size"),
        row.getLong("used"),
        row.getLong("expired"),
        row.getString("stage").equals("waiting"),
        row.getObject("usable_from", OffsetDateTime.class).toInstant(),
        instant(row, "expires_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }
}
