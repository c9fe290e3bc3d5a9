package dev.homeport.analytics.affinity.store;

import dev.homeport.analytics.affinity.Criteria;
import dev.homeport.analytics.affinity.Purchases;
import dev.homeport.analytics.affinity.Search;
import dev.homeport.analytics.derived.Derived;
import jakarta.enterprise.context.ApplicationScoped;

/** Looks at all orders, and keeps what stands out. */
@ApplicationScoped
class DerivedAffinities implements Derived {
  private final PurchaseTable purchases;
  private final AffinityTable table;
  private final AffinityConfig config;

  DerivedAffinities(PurchaseTable purchases, AffinityTable table, AffinityConfig config) {
    this.purchases = purchases;
    this.table = table;
    this.config = config;
  }

  @Override
  public String name() {
    return "affinities";
  }

  @Override
  public void derive() {
    Purchases latest = purchases.latest(config.orders());
    var criteria =
        new Criteria(
            config.leastCases(),
            config.leastShare(),
            config.level(),
            config.kept(),
            config.widest());
    var search = new Search(latest, criteria);
    table.writeProducts(latest.products());
    table.write(search.together(), config.level());
    table.write(search.next(), config.level());
  }
}
