package dev.homeport.analytics.fact.store;

import dev.homeport.analytics.fact.Contribution;
import dev.homeport.analytics.fact.Fact;
import dev.homeport.analytics.fact.Facts;
import dev.homeport.platform.database.Database;
import dev.homeport.platform.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The facts, each in its highest revision. */
@ApplicationScoped
class FactTable implements Facts {
  private final Database database;
  private final IdentityTable identities;
  private final CustomerValueTable values;
  private final CurrentTenant tenant;

  FactTable(
      Database database,
      IdentityTable identities,
      CustomerValueTable values,
      CurrentTenant tenant) {
    this.database = database;
    this.identities = identities;
    this.values = values;
    this.tenant = tenant;
  }

  @Override
  public int record(List<Fact> facts) {
    Collection<UUID> customers =
        identities.lockCustomers(facts.stream().map(Fact::identityId).toList());
    values.lock(customers);
    int newer = upsert(newest(facts));
    // Also when nothing is newer: a row that was only made to be locked must go.
    values.derive(customers);
    if (newer > 0) {
      values.markChanged();
    }
    return newer;
  }

  private int upsert(Collection<Fact> facts) {
    ZoneId zone = tenant.settings().timeZone();
    return database.update(
        UPSERT,
        to ->
            to.tenant()
                .texts(facts, Fact::identityId)
                .texts(facts, Fact::sourceId)
                .texts(facts, fact -> fact.kind().name())
                .texts(facts, Fact::at)
                .texts(facts, fact -> fact.at().atZone(zone).toLocalDate())
                .texts(facts, Fact::channel)
                .texts(facts, Fact::market)
                .texts(facts, Fact::counted)
                .decimals(facts, fact -> amount(fact, Contribution::gross))
                .decimals(facts, fact -> amount(fact, Contribution::returned))
                .numbers(facts, Fact::revision));
  }

  private static @Nullable BigDecimal amount(Fact fact, Function<Contribution, BigDecimal> which) {
    return fact.contribution().map(which).orElse(null);
  }

  private static Collection<Fact> newest(List<Fact> facts) {
    var newest = new HashMap<UUID, Fact>();
    for (Fact fact : facts) {
      newest.merge(fact.sourceId(), fact, (a, b) -> a.revision() >= b.revision() ? a : b);
    }
    return newest.values();
  }

  private static final String UPSERT =
      """
      insert into fact (tenant_id, identity_id, source_id, kind, at, day, channel, market,
        counted, gross, returned, revision)
      select t.id, n.identity_id, n.source_id, n.kind, n.at::timestamptz, n.day::date, n.channel,
        n.market, n.counted, n.gross, n.returned, n.revision
      from (select ?::uuid as id) t, unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[],
          ?::text[], ?::text[], ?::boolean[], ?::numeric[], ?::numeric[], ?::bigint[])
        as n (identity_id, source_id, kind, at, day, channel, market, counted, gross, returned,
          revision)
      on conflict (tenant_id, identity_id, source_id) do update set
        kind = excluded.kind, at = excluded.at, day = excluded.day, channel = excluded.channel,
        market = excluded.market, counted = excluded.counted, gross = excluded.gross,
        returned = excluded.returned, revision = excluded.revision
      where fact.revision < excluded.revision""";
}
