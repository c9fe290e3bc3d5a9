package dev.homeport.analytics.price.store;

import dev.homeport.analytics.derived.Derived;
import dev.homeport.platform.database.Database;
import dev.homeport.platform.database.Parameters;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The unit price at which each product was sold last on each market, in each currency. What was
 * given away, and orders that do not count, tell of no price.
 */
@ApplicationScoped
class OwnPrices implements Derived {
  private final Database database;

  OwnPrices(Database database) {
    this.database = database;
  }

  @Override
  public String name() {
    return "own-prices";
  }

  @Override
  public void derive() {
    database.readMuch();
    database.update("delete from own_price");
    database.update(DERIVE, Parameters::tenant);
  }

  private static final String DERIVE =
      """
      insert into own_price (tenant_id, sku, market, currency, unit_price, sold_at)
      select distinct on (l.sku, f.market, f.currency)
        f.tenant_id, l.sku, f.market, f.currency, l.price, f.at
      from fact f, unnest(f.skus, f.unit_prices) as l (sku, price)
      where f.tenant_id = ? and f.counted and l.price > 0
      order by l.sku, f.market, f.currency, f.at desc, f.source_id, l.price""";
}
