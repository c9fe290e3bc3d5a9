package dev.homeport.loyalty.expiry;

import dev.homeport.loyalty.journal.Event;
import dev.homeport.loyalty.journal.store.FactIntake;
import dev.homeport.loyalty.programme.RunningProgrammes;
import dev.homeport.loyalty.programme.Versions;
import dev.homeport.platform.database.Database;
import dev.homeport.platform.due.DueWork;
import dev.homeport.platform.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Lets lots expire: an entry of its own for each account and moment, dated to that moment. */
@ApplicationScoped
class LotExpiry implements DueWork {
  private static final int ACCOUNTS_AT_ONCE = 500;

  private static final String NEXT =
      """
      select min(l.expires_at) as expires_at
      from (select ?::uuid as tenant_id, ?::timestamptz as horizon) p,
        unnest(?::text[]) as running(programme),
        lateral (
          select expires_at from lot l
          where l.tenant_id = p.tenant_id and l.programme = running.programme
            and l.expires_at <= p.horizon and l.used + l.expired < l.size
          order by l.expires_at limit 1) l
      having min(l.expires_at) is not null""";

  private static final String DUE =
      """
      select distinct l.expires_at, l.identity_id
      from (select ?::uuid as tenant_id, ?::timestamptz as horizon) p,
        unnest(?::text[]) as running(programme),
        lateral (
          select expires_at, identity_id from lot l
          where l.tenant_id = p.tenant_id and l.programme = running.programme
            and l.expires_at <= p.horizon and l.used + l.expired < l.size
          order by l.expires_at limit %d) l
      order by l.expires_at, l.identity_id"""
          .formatted(ACCOUNTS_AT_ONCE);

  private final Database database;
  private final RunningProgrammes programmes;
  private final FactIntake intake;

  LotExpiry(Database database, RunningProgrammes programmes, FactIntake intake) {
    this.database = database;
    this.programmes = programmes;
    this.intake = intake;
  }

  @Override
  public Optional<Instant> next(Instant horizon) {
    List<Versions> running = programmes.all();
    return database.find(
        NEXT,
        to -> to.tenant().instant(horizon).texts(running, Versions::key),
        row -> row.getObject("expires_at", OffsetDateTime.class).toInstant());
  }

  @Override
  public void run(Instant horizon) {
    List<Versions> running = programmes.all();
    List<Event.Expiry> due =
        database.list(
            DUE,
            to -> to.tenant().instant(horizon).texts(running, Versions::key),
            row ->
                new Event.Expiry(
                    Ids.next(),
                    row.getObject("identity_id", UUID.class),
                    row.getObject("expires_at", OffsetDateTime.class).toInstant()));
    intake.pass(due);
  }
}
