package dev.homeport.loyalty.spend;

import dev.homeport.loyalty.journal.store.SpendIntake;
import dev.homeport.loyalty.ledger.Draw;
import dev.homeport.platform.database.Database;
import dev.homeport.platform.due.DueWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Lets points be there again that were set aside and that nobody needed in time. */
@ApplicationScoped
class HoldExpiry implements DueWork {
  private static final int HOLDS_AT_ONCE = 500;

  private static final String NEXT =
      """
      select expires_at from spend
      where tenant_id = ? and state = 'held' and expires_at <= ?
      order by expires_at limit 1""";

  /** Those of one moment, so that what happens is dated to it. */
  private static final String DUE =
      """
      select spend_id from spend
      where tenant_id = ? and state = 'held' and expires_at = ?
      order by spend_id limit %d for update"""
          .formatted(HOLDS_AT_ONCE);

  private static final String DUE_OF_CUSTOMER =
      """
      select s.spend_id, s.expires_at from spend s
      where s.tenant_id = ? and s.state = 'held' and s.expires_at <= ? and exists (
        select 1 from spend_part p
        join identity i on i.tenant_id = p.tenant_id and i.identity_id = p.identity_id
        where p.tenant_id = s.tenant_id and p.spend_id = s.spend_id and i.customer_id = ?)
      order by s.spend_id for update of s""";

  private static final String END =
      """
      update spend set state = 'expired', revision = revision + 1, ended_at = ?
      where tenant_id = ? and spend_id = any(?::uuid[])""";

  private final Database database;
  private final SpendIntake intake;

  HoldExpiry(Database database, SpendIntake intake) {
    this.database = database;
    this.intake = intake;
  }

  @Override
  public Optional<Instant> next(Instant horizon) {
    return database.find(
        NEXT,
        to -> to.tenant().instant(horizon),
        row -> row.getObject("expires_at", OffsetDateTime.class).toInstant());
  }

  @Override
  public void run(Instant horizon) {
    intake.begin();
    Optional<Instant> moment = next(horizon);
    if (moment.isEmpty()) {
      return;
    }
    Instant at = moment.get();
    List<UUID> due =
        database.list(
            DUE, to -> to.tenant().instant(at), row -> row.getObject("spend_id", UUID.class));
    end(due, at);
  }

  /** Ends those of a customer of which the time is over, before more is spent. */
  void endOf(UUID customer, Instant now) {
    var due = new TreeMap<Instant, List<UUID>>();
    database.each(
        DUE_OF_CUSTOMER,
        to -> to.tenant().instant(now).uuid(customer),
        row ->
            due.computeIfAbsent(
                    row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                    _ -> new ArrayList<>())
                .add(row.getObject("spend_id", UUID.class)));
    if (!due.isEmpty()) {
      intake.lock(customer);
      due.forEach((at, ids) -> end(ids, at));
    }
  }

  private void end(List<UUID> ids, Instant at) {
    intake.change(ids, Draw.Use.HELD, true, at);
    database.update(END, to -> to.instant(at).tenant().texts(ids));
  }
}
