package dev.homeport.analytics.fact.store;

import dev.homeport.analytics.change.Cause;
import dev.homeport.analytics.change.Changes;
import dev.homeport.analytics.fact.Attribution;
import dev.homeport.analytics.fact.Contribution;
import dev.homeport.analytics.fact.Fact;
import dev.homeport.analytics.fact.Facts;
import dev.homeport.analytics.fact.Line;
import dev.homeport.platform.database.Database;
import dev.homeport.platform.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The facts, each in its highest revision. */
@ApplicationScoped
class FactTable implements Facts {
  private final Database database;
  private final IdentityTable identities;
  private final CustomerValueTable values;
  private final Changes changes;
  private final CurrentTenant tenant;

  FactTable(
      Database database,
      IdentityTable identities,
      CustomerValueTable values,
      Changes changes,
      CurrentTenant tenant) {
    this.database = database;
    this.identities = identities;
    this.values = values;
    this.changes = changes;
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
      changes.mark(Cause.fact, customers);
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
                .texts(facts, fact -> fact.origin().channel())
                .texts(facts, fact -> fact.origin().market())
                .texts(facts, fact -> fact.origin().country())
                .texts(facts, Fact::counted)
                .decimals(facts, fact -> amount(fact, Contribution::gross))
                .decimals(facts, fact -> amount(fact, Contribution::returned))
                .numbers(facts, Fact::revision)
                .texts(facts, fact -> fact.basket().currency())
                .texts(facts, fact -> column(fact, line -> line.sku()))
                .texts(facts, fact -> column(fact, line -> line.name().orElse(null)))
                .texts(facts, fact -> column(fact, line -> line.category().orElse(null)))
                .texts(facts, fact -> column(fact, line -> line.quantity().toPlainString()))
                .texts(facts, fact -> column(fact, line -> line.returned().toPlainString()))
                .texts(facts, fact -> column(fact, line -> line.unitPrice().toPlainString()))
                .texts(facts, fact -> from(fact, Attribution::source))
                .texts(facts, fact -> from(fact, Attribution::medium))
                .texts(facts, fact -> from(fact, Attribution::campaign))
                .texts(facts, fact -> from(fact, Attribution::partnerId))
                .texts(facts, fact -> from(fact, Attribution::coupon))
                .texts(facts, fact -> from(fact, Attribution::referralCode))
                .texts(facts, fact -> from(fact, Attribution::costClass)));
  }

  private static @Nullable BigDecimal amount(Fact fact, Function<Contribution, BigDecimal> which) {
    return fact.contribution().map(which).orElse(null);
  }

  private static @Nullable String from(Fact fact, Function<Attribution, Optional<String>> which) {
    return which.apply(fact.origin().attribution()).orElse(null);
  }

  private static String column(Fact fact, Function<Line, @Nullable String> which) {
    return ArrayLiteral.of(fact.basket().lines(), which);
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
      insert into fact (tenant_id, identity_id, source_id, kind, at, day, channel, market, country,
        counted, gross, returned, revision, currency, skus, names, categories, quantities,
        returned_quantities, unit_prices, attribution_source, attribution_medium,
        attribution_campaign, partner_id, coupon, referral_code, cost_class)
      select t.id, n.identity_id, n.source_id, n.kind, n.at::timestamptz, n.day::date, n.channel,
        n.market, n.country, n.counted, n.gross, n.returned, n.revision, n.currency,
        n.skus::text[], n.names::text[], n.categories::text[], n.quantities::numeric[],
        n.returned_quantities::numeric[], n.unit_prices::numeric[], n.attribution_source,
        n.attribution_medium, n.attribution_campaign, n.partner_id, n.coupon, n.referral_code,
        n.cost_class
      from (select ?::uuid as id) t, unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[],
          ?::text[], ?::text[], ?::text[], ?::boolean[], ?::numeric[], ?::numeric[], ?::bigint[],
          ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
          ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
        as n (identity_id, source_id, kind, at, day, channel, market, country, counted, gross,
          returned, revision, currency, skus, names, categories, quantities, returned_quantities,
          unit_prices, attribution_source, attribution_medium, attribution_campaign, partner_id,
          coupon, referral_code, cost_class)
      on conflict (tenant_id, identity_id, source_id) do update set
        kind = excluded.kind, at = excluded.at, day = excluded.day, channel = excluded.channel,
        market = excluded.market, country = excluded.country, counted = excluded.counted,
        gross = excluded.gross, returned = excluded.returned, revision = excluded.revision,
        currency = excluded.currency, skus = excluded.skus, names = excluded.names,
        categories = excluded.categories, quantities = excluded.quantities,
        returned_quantities = excluded.returned_quantities, unit_prices = excluded.unit_prices,
        attribution_source = excluded.attribution_source,
        attribution_medium = excluded.attribution_medium,
        attribution_campaign = excluded.attribution_campaign, partner_id = excluded.partner_id,
        coupon = excluded.coupon, referral_code = excluded.referral_code,
        cost_class = excluded.cost_class
      where fact.revision < excluded.revision""";
}
