package dev.homeport.analytics.segment.store;

import dev.homeport.analytics.segment.Members.Member;
import dev.homeport.analytics.segment.Members.Membership;
import dev.homeport.analytics.segment.SegmentKind;
import dev.homeport.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who is in which segment. */
@ApplicationScoped
class MemberTable {
  private static final UUID FIRST = new UUID(0, 0);

  private final Database database;

  MemberTable(Database database) {
    this.database = database;
  }

  /** A customer in, or out of, a segment. */
  record Place(UUID segment, UUID customer) {

    private static Place read(ResultSet row) throws SQLException {
      return new Place(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
    }
  }

  /**
   * Takes those of some customers out of some segments who are not where they belong.
   *
   * @param belong the only places that stay
   */
  List<Place> leave(
      Collection<UUID> segments, Collection<UUID> customers, Collection<Place> belong) {
    return database.list(
        LEAVE,
        to ->
            to.tenant()
                .texts(segments)
                .texts(customers)
                .texts(belong, Place::segment)
                .texts(belong, Place::customer),
        Place::read);
  }

  /** Puts customers where they belong; those come back who were not there. */
  List<Place> enter(Collection<Place> belong, Instant since) {
    return belong.isEmpty()
        ? List.of()
        : database.list(
            ENTER,
            to ->
                to.tenant()
                    .instant(since)
                    .texts(belong, Place::segment)
                    .texts(belong, Place::customer),
            Place::read);
  }

  List<Member> list(UUID segment, @Nullable Instant since, @Nullable Member after, int limit) {
    Instant from = after != null ? after.since() : since == null ? Instant.EPOCH : since;
    UUID customer = after == null ? FIRST : after.customer();
    return database.list(
        LIST,
        to -> to.tenant().uuid(segment).instant(from).uuid(customer).number(limit),
        row ->
            new Member(
                row.getObject(1, UUID.class), row.getObject(2, OffsetDateTime.class).toInstant()));
  }

  List<Membership> of(UUID customer) {
    return database.list(
        OF,
        to -> to.tenant().uuid(customer),
        row ->
            new Membership(
                row.getString(1),
                row.getString(2),
                SegmentKind.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                row.getObject(4, OffsetDateTime.class).toInstant()));
  }

  /** Members of a segment in the order of ids. */
  List<UUID> next(UUID segment, Optional<UUID> after, int limit) {
    return database.list(
        """
        select customer_id from segment_member
        where tenant_id = ? and segment_id = ? and customer_id > ? order by customer_id limit ?""",
        to -> to.tenant().uuid(segment).uuid(after.orElse(FIRST)).number(limit),
        row -> row.getObject(1, UUID.class));
  }

  Set<UUID> known(Collection<UUID> customers) {
    return new HashSet<>(
        database.list(
            KNOWN,
            to -> to.tenant().texts(customers).tenant().texts(customers).tenant().texts(customers),
            row -> row.getObject(1, UUID.class)));
  }

  private static final String LEAVE =
      """
      delete from segment_member m
      where m.tenant_id = ? and m.segment_id = any(?::uuid[]) and m.customer_id = any(?::uuid[])
        and not exists (select from unnest(?::uuid[], ?::uuid[]) as b(segment_id, customer_id)
          where b.segment_id = m.segment_id and b.customer_id = m.customer_id)
      returning m.segment_id, m.customer_id""";

  private static final String ENTER =
      """
      insert into segment_member (tenant_id, segment_id, customer_id, since)
      select t.id, b.segment_id, b.customer_id, t.since
      from (select ?::uuid as id, ?::timestamptz as since) t,
        unnest(?::uuid[], ?::uuid[]) as b(segment_id, customer_id)
      on conflict do nothing
      returning segment_id, customer_id""";

  private static final String LIST =
      """
      select customer_id, since from segment_member
      where tenant_id = ? and segment_id = ? and (since, customer_id) > (?, ?)
      order by since, customer_id limit ?""";

  private static final String OF =
      """
      select s.key, s.name, s.kind, m.since
      from segment_member m join segment s on s.tenant_id = m.tenant_id and s.id = m.segment_id
      where m.tenant_id = ? and m.customer_id = ? and not s.removed order by s.key""";

  private static final String KNOWN =
      """
      select customer_id from identity where tenant_id = ? and customer_id = any(?::uuid[])
      union
      select identity_id from identity where tenant_id = ? and identity_id = any(?::uuid[])
      union
      select customer_id from customer_profile where tenant_id = ? and customer_id = any(?::uuid[])""";
}
