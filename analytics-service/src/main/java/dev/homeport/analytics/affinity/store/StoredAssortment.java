package dev.homeport.analytics.affinity.store;

import dev.homeport.analytics.affinity.AffinityKind;
import dev.homeport.analytics.affinity.Assortment;
import dev.homeport.analytics.affinity.Item;
import dev.homeport.analytics.affinity.Product;
import dev.homeport.analytics.affinity.ProductAffinities;
import dev.homeport.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Products as they stood when affinities were derived last. */
@ApplicationScoped
class StoredAssortment implements Assortment {
  private final Database database;
  private final AffinityTable affinities;
  private final PurchaseTable purchases;

  StoredAssortment(Database database, AffinityTable affinities, PurchaseTable purchases) {
    this.database = database;
    this.affinities = affinities;
    this.purchases = purchases;
  }

  @Override
  public Optional<Product> find(String sku) {
    return Optional.ofNullable(find(List.of(sku)).get(sku));
  }

  @Override
  public Map<String, Product> find(Collection<String> skus) {
    return database
        .list(
            "select sku, name, category, orders, last_sold from product where sku = any(?)",
            to -> to.texts(skus),
            StoredAssortment::product)
        .stream()
        .collect(Collectors.toMap(product -> product.item().sku(), Function.identity()));
  }

  @Override
  public List<ProductAffinities> affinities(
      Collection<String> skus, Collection<AffinityKind> kinds) {
    return affinities.find(skus, kinds);
  }

  @Override
  public List<ProductAffinities> list(
      AffinityKind kind, Optional<String> sku, Optional<String> after, int limit) {
    return affinities.list(kind, sku, after, limit);
  }

  @Override
  public Optional<Basis> basis(AffinityKind kind) {
    return database.find(
        "select * from affinity_basis where kind = ?",
        to -> to.text(kind.name()),
        row ->
            new Basis(
                row.getInt("cases"),
                row.getInt("products"),
                row.getLong("tests"),
                row.getInt("minimum"),
                row.getInt("found"),
                row.getDouble("level"),
                row.getObject("computed_at", OffsetDateTime.class).toInstant()));
  }

  @Override
  public boolean buys(UUID customer) {
    return !database
        .list(
            "select 1 from customer_value where customer_id = ? and frequency > 0",
            to -> to.uuid(customer),
            row -> row.getInt(1))
        .isEmpty();
  }

  @Override
  public Map<String, LocalDate> bought(UUID customer) {
    return purchases.bought(customer);
  }

  private static Product product(ResultSet row) throws SQLException {
    return new Product(
        new Item(
            row.getString("sku"),
            Optional.ofNullable(row.getString("name")),
            Optional.ofNullable(row.getString("category"))),
        row.getInt("orders"),
        row.getObject("last_sold", OffsetDateTime.class).toInstant());
  }
}
