package dev.homeport.analytics.affinity.store;

import dev.homeport.analytics.affinity.Affinity;
import dev.homeport.analytics.affinity.AffinityKind;
import dev.homeport.analytics.affinity.Findings;
import dev.homeport.analytics.affinity.Product;
import dev.homeport.analytics.affinity.ProductAffinities;
import dev.homeport.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What goes together: one row for each product and kind, with the others side by side. */
@ApplicationScoped
class AffinityTable {
  private static final int AT_ONCE = 2_000;

  private final Database database;

  AffinityTable(Database database) {
    this.database = database;
  }

  /** Writes products in place of those that were there. */
  void writeProducts(List<Product> products) {
    database.update("delete from product");
    for (int from = 0; from < products.size(); from += AT_ONCE) {
      List<Product> some = products.subList(from, Math.min(products.size(), from + AT_ONCE));
      database.update(
          PRODUCTS,
          to ->
              to.tenant()
                  .texts(some, product -> product.item().sku())
                  .texts(some, product -> product.item().name().orElse(null))
                  .texts(some, product -> product.item().category().orElse(null))
                  .numbers(some, Product::orders)
                  .texts(some, Product::lastSold));
    }
  }

  /** Writes findings in place of those of the same kind that were there. */
  void write(Findings findings, double level) {
    String kind = findings.kind().name();
    database.update("delete from product_affinity where kind = ?", to -> to.text(kind));
    database.update(
        BASIS,
        to ->
            to.tenant()
                .text(kind)
                .number(findings.cases())
                .number(findings.products())
                .number(findings.tests())
                .number(findings.minimum())
                .number(findings.found())
                .text(Double.toString(level)));
    for (ProductAffinities product : findings.affinities()) {
      List<Affinity> others = product.others();
      database.update(
          ONE,
          to ->
              to.tenant()
                  .text(kind)
                  .text(product.sku())
                  .number(product.support())
                  .texts(others, Affinity::sku)
                  .numbers(others, Affinity::both)
                  .numbers(others, Affinity::support)
                  .texts(others, Affinity::p)
                  .texts(others, Affinity::adjusted));
    }
  }

  List<ProductAffinities> find(Collection<String> skus, Collection<AffinityKind> kinds) {
    return database.list(
        FIND, to -> to.texts(skus).texts(kinds, AffinityKind::name), AffinityTable::affinities);
  }

  List<ProductAffinities> list(
      AffinityKind kind, Optional<String> sku, Optional<String> after, int limit) {
    return database.list(
        LIST
            + (sku.isPresent() ? " and a.sku = ?" : "")
            + (after.isPresent() ? " and a.sku > ?" : "")
            + " order by a.sku limit ?",
        to -> {
          to.text(kind.name());
          if (sku.isPresent()) {
            to.text(sku.get());
          }
          if (after.isPresent()) {
            to.text(after.get());
          }
          to.number(limit);
        },
        AffinityTable::affinities);
  }

  private static ProductAffinities affinities(ResultSet row) throws SQLException {
    String[] others = (String[]) row.getArray("others").getArray();
    Integer[] both = (Integer[]) row.getArray("both_cases").getArray();
    Integer[] supports = (Integer[]) row.getArray("supports").getArray();
    Double[] p = (Double[]) row.getArray("p").getArray();
    Double[] adjusted = (Double[]) row.getArray("adjusted").getArray();
    List<Affinity> list = new ArrayList<>(others.length);
    for (int i = 0; i < others.length; i++) {
      list.add(new Affinity(others[i], both[i], supports[i], p[i], adjusted[i]));
    }
    return new ProductAffinities(
        row.getString("sku"),
        AffinityKind.valueOf(row.getString("kind")),
        row.getInt("support"),
        row.getInt("cases"),
        list);
  }

  private static final String PRODUCTS =
      """
      insert into product (tenant_id, sku, name, category, orders, last_sold)
      select t.id, p.sku, p.name, p.category, p.orders, p.sold
      from (select ?::uuid as id) t, unnest(?::text[], ?::text[], ?::text[], ?::integer[],
        ?::timestamptz[]) as p (sku, name, category, orders, sold)""";

  private static final String BASIS =
      """
      insert into affinity_basis (tenant_id, kind, cases, products, tests, minimum, found, level)
      values (?, ?, ?, ?, ?, ?, ?, ?::double precision)
      on conflict (tenant_id, kind) do update set
        cases = excluded.cases, products = excluded.products, tests = excluded.tests,
        minimum = excluded.minimum, found = excluded.found, level = excluded.level,
        computed_at = clock_timestamp()""";

  private static final String ONE =
      """
      insert into product_affinity
        (tenant_id, kind, sku, support, others, both_cases, supports, p, adjusted)
      values (?, ?, ?, ?, ?, ?::integer[], ?::integer[], ?::double precision[],
        ?::double precision[])""";

  private static final String FIND =
      """
      select a.*, b.cases from product_affinity a join affinity_basis b using (tenant_id, kind)
      where a.sku = any(?) and a.kind = any(?)""";

  private static final String LIST =
      """
      select a.*, b.cases from product_affinity a join affinity_basis b using (tenant_id, kind)
      where a.kind = ?""";
}
