package dev.homeport.loyalty.expiry;

import dev.homeport.loyalty.contract.PointsExpiring;
import dev.homeport.loyalty.programme.RunningProgrammes;
import dev.homeport.loyalty.programme.Versions;
import dev.homeport.platform.database.Database;
import dev.homeport.platform.due.DueWork;
import dev.homeport.platform.outbox.Outbox;
import dev.homeport.platform.time.Revision;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Tells some days ahead of points that will expire, each of them once for each number of days.
 * Points that are given with fewer days to live are not told for those.
 */
@ApplicationScoped
class ExpiryNotices implements DueWork {
  private static final int AT_ONCE = 2_000;

  /** A clock that was set far ahead is followed in steps. */
  private static final Duration STEP = Duration.ofHours(1);

  private static final UUID ALL = new UUID(-1, -1);

  private static final String NEXT =
      """
      select l.expires_at, running.programme, d.days
      from (select ?::uuid as tenant_id, ?::timestamptz as horizon) p,
        unnest(?::text[]) as running(programme), unnest(?::int[]) as d(days),
        lateral (
          select coalesce(max(n.told_until), '-infinity') as told_until,
            coalesce((array_agg(n.told_identity))[1], ?::uuid) as told_identity
          from expiry_notice n
          where n.tenant_id = p.tenant_id and n.programme = running.programme and n.days = d.days) n,
        lateral (
          select l.expires_at from lot l
          where l.tenant_id = p.tenant_id and l.programme = running.programme
            and l.used + l.expired < l.size and l.expires_at >= n.told_until
            and l.expires_at <= p.horizon + make_interval(hours => 24 * d.days)
            and (l.expires_at, l.identity_id) > (n.told_until, n.told_identity)
          order by l.expires_at limit 1) l
      order by l.expires_at - make_interval(hours => 24 * d.days) limit 1""";

  private static final String EXPIRING =
      """
      select l.expires_at, l.identity_id, i.customer_id,
        sum(case when l.stage = 'waiting' then 0 else l.size - l.used - l.expired end) as points
      from (select ?::uuid as tenant_id, ?::text as programme, ?::integer as days) p
      join lot l on l.tenant_id = p.tenant_id and l.programme = p.programme
      join identity i on i.tenant_id = l.tenant_id and i.identity_id = l.identity_id
      left join expiry_notice n on n.tenant_id = p.tenant_id and n.programme = p.programme
        and n.days = p.days
      where l.used + l.expired < l.size and l.expires_at <= ?
        and (n.days is null or (l.expires_at, l.identity_id) > (n.told_until, n.told_identity))
      group by l.expires_at, l.identity_id, i.customer_id
      order by l.expires_at, l.identity_id limit ?""";

  private static final String KEEP =
      """
      insert into expiry_notice (tenant_id, programme, days, told_until, told_identity)
      values (?, ?, ?, ?, ?)
      on conflict (tenant_id, programme, days) do update
      set told_until = excluded.told_until, told_identity = excluded.told_identity""";

  private final Database database;
  private final RunningProgrammes programmes;
  private final ExpiryNoticeConfig config;
  private final Outbox outbox;
  private final Clock clock;

  ExpiryNotices(
      Database database,
      RunningProgrammes programmes,
      ExpiryNoticeConfig config,
      Outbox outbox,
      Clock clock) {
    this.database = database;
    this.programmes = programmes;
    this.config = config;
    this.outbox = outbox;
    this.clock = clock;
  }

  private record Notice(String programme, int days, Instant expiresAt) {
    Instant moment() {
      return expiresAt.minus(Duration.ofDays(days));
    }
  }

  private record Expiring(Instant expiresAt, UUID identityId, UUID customerId, long points) {}

  @Override
  public Optional<Instant> next(Instant horizon) {
    return first(horizon).map(Notice::moment);
  }

  @Override
  public void run(Instant horizon) {
    first(horizon).ifPresent(notice -> tell(notice, horizon));
  }

  private Optional<Notice> first(Instant horizon) {
    List<Versions> running = programmes.all();
    return database.find(
        NEXT,
        to ->
            to.tenant()
                .instant(horizon)
                .texts(running, Versions::key)
                .numbers(config.days(), Integer::longValue)
                .uuid(ALL),
        row ->
            new Notice(row.getString("programme"), row.getInt("days"), instant(row, "expires_at")));
  }

  private void tell(Notice notice, Instant horizon) {
    Instant soon = notice.moment().plus(STEP);
    Instant until = (soon.isBefore(horizon) ? soon : horizon).plus(Duration.ofDays(notice.days()));
    List<Expiring> found =
        database.list(
            EXPIRING,
            to ->
                to.tenant()
                    .text(notice.programme())
                    .number(notice.days())
                    .instant(until)
                    .number(AT_ONCE),
            row ->
                new Expiring(
                    instant(row, "expires_at"),
                    row.getObject("identity_id", UUID.class),
                    row.getObject("customer_id", UUID.class),
                    row.getLong("points")));
    outbox.append(
        found.stream()
            .filter(one -> one.points() > 0)
            .map(one -> event(notice, one).toEvent())
            .toList());
    boolean more = found.size() == AT_ONCE;
    database.update(
        KEEP,
        to ->
            to.tenant()
                .text(notice.programme())
                .number(notice.days())
                .instant(more ? found.getLast().expiresAt() : until)
                .uuid(more ? found.getLast().identityId() : ALL));
  }

  private PointsExpiring event(Notice notice, Expiring one) {
    return new PointsExpiring(
        one.customerId(),
        one.identityId(),
        notice.programme(),
        one.points(),
        one.expiresAt(),
        notice.days(),
        Revision.next(Revision.NONE, clock));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
