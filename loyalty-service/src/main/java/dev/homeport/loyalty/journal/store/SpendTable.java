package dev.homeport.loyalty.journal.store;

import dev.homeport.loyalty.journal.Event;
import dev.homeport.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** How spends fall on identities, and which of them stand. */
@ApplicationScoped
class SpendTable {
  private static final String PARTS =
      """
      select * from spend_part
      where tenant_id = ? and spend_id = any(?::uuid[]) and points > 0
      order by spend_id, identity_id""";

  private static final String OF_IDENTITIES =
      """
      select * from spend_part
      where tenant_id = ? and identity_id = any(?::uuid[]) and points > 0
      order by spend_id, identity_id""";

  private static final String OF_ORDERS =
      """
      select spend_id from spend
      where tenant_id = ? and order_id = any(?::uuid[]) and state in ('held', 'redeemed')
      order by spend_id for update""";

  private static final String END =
      """
      update spend set state = case state when 'held' then 'released' else 'given-back' end,
        revision = revision + 1, ended_at = ?
      where tenant_id = ? and spend_id = any(?::uuid[])""";

  private final Database database;

  SpendTable(Database database) {
    this.database = database;
  }

  /** What is still taken by spends. */
  List<Event.Spent> parts(Collection<UUID> spends) {
    return database.list(PARTS, to -> to.tenant().texts(spends), SpendTable::part);
  }

  /** What is still taken from identities. */
  List<Event.Spent> ofIdentities(Collection<UUID> identities) {
    return database.list(OF_IDENTITIES, to -> to.tenant().texts(identities), SpendTable::part);
  }

  /** The spends for orders that stand; nobody else can change them until the transaction ends. */
  List<UUID> lockOfOrders(Collection<UUID> orders) {
    return database.list(
        OF_ORDERS, to -> to.tenant().texts(orders), row -> row.getObject("spend_id", UUID.class));
  }

  /** Locked spends no longer stand. */
  void end(Collection<UUID> spends, Instant at) {
    database.update(END, to -> to.instant(at).tenant().texts(spends));
  }

  private static Event.Spent part(ResultSet row) throws SQLException {
    Instant drawnAt = row.getObject("drawn_at", OffsetDateTime.class).toInstant();
    return new Event.Spent(
        row.getObject("spend_id", UUID.class),
        row.getLong("revision"),
        row.getObject("identity_id", UUID.class),
        row.getObject("spender_id", UUID.class),
        row.getString("programme"),
        drawnAt,
        drawnAt,
        EventText.use(row.getString("use")),
        row.getLong("points"));
  }
}
