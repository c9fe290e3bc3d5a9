package dev.homeport.loyalty.expiry;

import dev.homeport.loyalty.journal.Event;
import dev.homeport.loyalty.journal.store.FactIntake;
import dev.homeport.loyalty.programme.Programme;
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
      select expires_at from lot
      where tenant_id = ? and programme = ? and expires_at <= ?::timestamptz
        and used + expired < size
      order by expires_at limit 1""";

  private static final String DUE =
      """
      select distinct l.expires_at, l.identity_id
      from (select ?::uuid as tenant_id, ?::text as programme, ?::timestamptz as horizon) p,
        lateral (
          select expires_at, identity_id from lot l
          where l.tenant_id = p.tenant_id and l.programme = p.programme
            and l.expires_at <= p.horizon and l.used + l.expired < l.size
          order by l.expires_at limit ?) l
      order by l.expires_at, l.identity_id""";

  private final Database database;
  private final Programme programme;
  private final FactIntake intake;

  LotExpiry(Database database, Programme programme, FactIntake intake) {
    this.database = database;
    this.programme = programme;
    this.intake = intake;
  }

  @Override
  public Optional<Instant> next(Instant horizon) {
    return database.find(
        NEXT,
        to -> to.tenant().text(programme.key()).instant(horizon),
        row -> row.getObject(1, OffsetDateTime.class).toInstant());
  }

  @Override
  public void run(Instant horizon) {
    List<Event.Expiry> due =
        database.list(
            DUE,
            to -> to.tenant().text(programme.key()).instant(horizon).number(ACCOUNTS_AT_ONCE),
            row ->
                new Event.Expiry(
                    Ids.next(),
                    row.getObject("identity_id", UUID.class),
                    row.getObject("expires_at", OffsetDateTime.class).toInstant()));
    intake.expire(due);
  }
}
