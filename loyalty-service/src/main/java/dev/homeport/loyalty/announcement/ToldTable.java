package dev.homeport.loyalty.announcement;

import dev.homeport.loyalty.contract.MemberChanged;
import dev.homeport.platform.database.Database;
import dev.homeport.platform.database.Parameters;
import dev.homeport.platform.event.EventJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What has been told of the present tenant's members. */
@ApplicationScoped
public class ToldTable {
  private static final String OF_CUSTOMERS =
      "select * from member_told where tenant_id = ? and customer_id = any(?::uuid[])";

  private static final String UPSERT =
      """
      insert into member_told (tenant_id, customer_id, programme, revision, told, looked_at, look_at)
      select t.id, r.*
      from (select ?::uuid as id) t,
        unnest(?::uuid[], ?::text[], ?::bigint[], ?::jsonb[], ?::timestamptz[], ?::timestamptz[]) r
      on conflict (tenant_id, customer_id, programme) do update set
        revision = excluded.revision, told = excluded.told, looked_at = excluded.looked_at,
        look_at = excluded.look_at""";

  private static final String FIRST_DUE =
      """
      select look_at from member_told where tenant_id = ? and look_at <= ?
      order by look_at limit 1""";

  private static final String DUE =
      """
      select * from member_told where tenant_id = ? and look_at <= ?
      order by look_at limit ?""";

  private static final String PAGE =
      """
      select told from member_told
      where tenant_id = ? and (customer_id, programme) > (?, ?) and revision > 0
      order by customer_id, programme limit ?""";

  private final Database database;

  ToldTable(Database database) {
    this.database = database;
  }

  Map<MemberKey, Told> of(Collection<UUID> customers) {
    var told = new HashMap<MemberKey, Told>();
    database.each(
        OF_CUSTOMERS,
        to -> to.tenant().texts(customers),
        row -> {
          Told one = read(row);
          told.put(one.key(), one);
        });
    return told;
  }

  void write(Collection<Told> rows) {
    database.update(
        UPSERT,
        to ->
            to.tenant()
                .texts(rows, row -> row.key().customerId())
                .texts(rows, row -> row.key().programme())
                .numbers(rows, Told::revision)
                .texts(rows, row -> row.state() == null ? null : EventJson.write(row.state()))
                .texts(rows, Told::lookedAt)
                .texts(rows, Told::lookAt));
  }

  /** When the first tier can become another by itself, up to a moment. */
  Optional<Instant> firstDue(Instant horizon) {
    return database.find(
        FIRST_DUE,
        to -> to.tenant().instant(horizon),
        row -> row.getObject("look_at", OffsetDateTime.class).toInstant());
  }

  /** Those whose tier can become another by itself up to a moment, the soonest first. */
  List<Told> due(Instant horizon, int most) {
    return database.list(DUE, to -> to.tenant().instant(horizon).number(most), ToldTable::read);
  }

  /** How many states have been told. */
  public long count() {
    return database
        .list(
            "select count(*) from member_told where tenant_id = ? and revision > 0",
            Parameters::tenant,
            row -> row.getLong(1))
        .getFirst();
  }

  /** States as they were told last, in the order of customers and programmes, after one of them. */
  public List<MemberChanged> after(UUID customerId, String programme, int limit) {
    return database.list(
        PAGE,
        to -> to.tenant().uuid(customerId).text(programme).number(limit),
        row -> EventJson.read(row.getString("told"), MemberChanged.class));
  }

  private static Told read(ResultSet row) throws SQLException {
    String state = row.getString("told");
    OffsetDateTime look = row.getObject("look_at", OffsetDateTime.class);
    return new Told(
        new MemberKey(row.getObject("customer_id", UUID.class), row.getString("programme")),
        state == null ? null : EventJson.read(state, MemberChanged.class),
        row.getObject("looked_at", OffsetDateTime.class).toInstant(),
        instant(look));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime value) {
    return value == null ? null : value.toInstant();
  }
}
