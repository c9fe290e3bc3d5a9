package dev.homeport.analytics.affinity.store;

import dev.homeport.analytics.affinity.Item;
import dev.homeport.analytics.affinity.Purchases;
import dev.homeport.platform.database.Database;
import dev.homeport.platform.database.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what was bought and kept, off the facts that count. */
@ApplicationScoped
class PurchaseTable {
  private final Database database;

  PurchaseTable(Database database) {
    this.database = database;
  }

  /** The latest orders, about that many. */
  Purchases latest(int orders) {
    var purchases = new Purchases();
    database.readMuch();
    LocalDate since = since(orders);
    database.each(ORDERS, to -> to.tenant().date(since), row -> add(purchases, row));
    return purchases;
  }

  /** What a customer has bought and kept, with the day of the last time; the latest first. */
  Map<String, LocalDate> bought(UUID customer) {
    var bought = new LinkedHashMap<String, LocalDate>();
    database.each(
        BOUGHT,
        to -> to.tenant().uuid(customer),
        row -> bought.put(row.getString(1), row.getObject(2, LocalDate.class)));
    return bought;
  }

  /** The day from which on there are at least that many, or the first one. */
  private LocalDate since(int orders) {
    var found =
        new Object() {
          LocalDate day = LocalDate.EPOCH;
          long orders;
        };
    database.each(
        DAYS,
        Parameters::tenant,
        row -> {
          if (found.orders < orders) {
            found.day = row.getObject(1, LocalDate.class);
            found.orders += row.getLong(2);
          }
        });
    return found.orders < orders ? LocalDate.of(1, 1, 1) : found.day;
  }

  private static void add(Purchases purchases, ResultSet row) throws SQLException {
    String[] skus = (String[]) row.getArray("skus").getArray();
    String[] names = (String[]) row.getArray("names").getArray();
    String[] categories = (String[]) row.getArray("categories").getArray();
    BigDecimal[] quantities = (BigDecimal[]) row.getArray("quantities").getArray();
    BigDecimal[] returned = (BigDecimal[]) row.getArray("returned_quantities").getArray();
    List<Item> kept = new ArrayList<>(skus.length);
    for (int i = 0; i < skus.length; i++) {
      if (quantities[i].compareTo(returned[i]) > 0) {
        kept.add(new Item(skus[i], optional(names[i]), optional(categories[i])));
      }
    }
    purchases.add(
        row.getObject("customer_id", UUID.class),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        kept);
  }

  private static Optional<String> optional(@Nullable String text) {
    return Optional.ofNullable(text);
  }

  private static final String DAYS =
      """
      select day, count(*) from fact where tenant_id = ? and counted
      group by day order by day desc""";

  private static final String ORDERS =
      """
      select i.customer_id, f.at, f.skus, f.names, f.categories, f.quantities,
        f.returned_quantities
      from fact f join identity i using (tenant_id, identity_id)
      where f.tenant_id = ? and f.counted and f.day >= ? and f.skus <> '{}'""";

  private static final String BOUGHT =
      """
      select l.sku, max(f.day) as day
      from identity i join fact f using (tenant_id, identity_id),
        unnest(f.skus, f.quantities, f.returned_quantities) as l (sku, quantity, returned)
      where i.tenant_id = ? and i.customer_id = ? and f.counted and l.quantity > l.returned
      group by l.sku order by day desc, l.sku limit 5000""";
}
