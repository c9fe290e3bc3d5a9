package dev.homeport.analytics.profile.store;

import dev.homeport.analytics.change.Cause;
import dev.homeport.analytics.change.Changes;
import dev.homeport.analytics.profile.Consent;
import dev.homeport.analytics.profile.Consents;
import dev.homeport.platform.database.Database;
import dev.homeport.platform.event.EventJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The consents, each in its highest revision. */
@ApplicationScoped
class ConsentTable implements Consents {
  private final Database database;
  private final Changes changes;
  private final Clock clock;

  ConsentTable(Database database, Changes changes, Clock clock) {
    this.database = database;
    this.changes = changes;
    this.clock = clock;
  }

  @Override
  public int record(List<Consent> consents) {
    String rows =
        EventJson.write(
            Newest.of(consents, Consent::customerId, Consent::revision).stream()
                .map(Row::of)
                .toList());
    List<UUID> newer =
        database.list(
            UPSERT,
            to -> to.tenant().text(rows).instant(clock.instant()),
            row -> row.getObject(1, UUID.class));
    changes.mark(Cause.profile, newer);
    return newer.size();
  }

  /** When the next consent ends that nobody has looked at. */
  Optional<Instant> nextEnd() {
    return database
        .list(
            "select min(next_end) from customer_consent",
            row -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
        .getFirst()
        .map(OffsetDateTime::toInstant);
  }

  /** Leaves those to the followers whose consents have ended, some at a time. */
  void end(Instant horizon, int most) {
    List<UUID> ended =
        database.list(
            END,
            to -> to.instant(horizon).number(most).instant(horizon),
            row -> row.getObject(1, UUID.class));
    changes.mark(Cause.profile, ended);
  }

  /** A consent as the statement reads it. */
  private record Row(
      UUID customerId, List<String> purposes, List<@Nullable Instant> ends, long revision) {

    private static Row of(Consent consent) {
      var ends = new ArrayList<@Nullable Instant>();
      consent.allowed().forEach(use -> ends.add(use.until()));
      return new Row(
          consent.customerId(),
          consent.allowed().stream().map(Consent.Use::purpose).toList(),
          ends,
          consent.revision());
    }
  }

  private static final String UPSERT =
      """
      insert into customer_consent (tenant_id, customer_id, purposes, ends, next_end, revision)
      select t.id, n."customerId", n.purposes, n.ends,
        (select min(e) from unnest(n.ends) e where e > t.now), n.revision
      from (select ?::uuid as id, ?::jsonb as said, ?::timestamptz as now) t,
        jsonb_to_recordset(t.said) as n("customerId" uuid, purposes text[], ends timestamptz[],
          revision bigint)
      on conflict (tenant_id, customer_id) do update set
        purposes = excluded.purposes, ends = excluded.ends, next_end = excluded.next_end,
        revision = excluded.revision
      where customer_consent.revision < excluded.revision
      returning customer_id""";

  private static final String END =
      """
      with ended as (
        select customer_id from customer_consent where next_end <= ?
        order by next_end limit ? for update)
      update customer_consent c
      set next_end = (select min(e) from unnest(c.ends) e where e > ?)
      from ended where c.customer_id = ended.customer_id
      returning c.customer_id""";
}
