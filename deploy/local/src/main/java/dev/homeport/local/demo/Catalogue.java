package dev.homeport.local.demo;

import dev.homeport.local.LocalException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** What the merchant sells, from {@code catalogue.csv}: sku, name, category, price in euro. */
record Catalogue(List<Product> products) {

  private static final String FILE = "catalogue.csv";
  private static final int COLUMNS = 4;

  static Catalogue read() {
    try (InputStream file = Catalogue.class.getResourceAsStream(FILE)) {
      var text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      return new Catalogue(text.lines().skip(1).map(Catalogue::product).toList());
    } catch (IOException e) {
      throw new LocalException("The catalogue of the demo cannot be read.", e);
    }
  }

  private static Product product(String line) {
    var cells = line.split(",", COLUMNS);
    return new Product(cells[0], cells[1], cells[2], new BigDecimal(cells[3]));
  }

  Product of(String sku) {
    return products.stream().filter(p -> p.sku().equals(sku)).findFirst().orElseThrow();
  }

  /** Products in a range of prices, both ends included. */
  List<Product> between(BigDecimal lowest, BigDecimal highest) {
    return products.stream()
        .filter(p -> p.euro().compareTo(lowest) >= 0 && p.euro().compareTo(highest) <= 0)
        .toList();
  }
}
