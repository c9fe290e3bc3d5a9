package dev.homeport.analytics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.homeport.analytics.fact.Attribution;
import dev.homeport.analytics.fact.Basket;
import dev.homeport.analytics.fact.Contribution;
import dev.homeport.analytics.fact.Fact;
import dev.homeport.analytics.fact.Facts;
import dev.homeport.analytics.fact.Line;
import dev.homeport.analytics.fact.Origin;
import dev.homeport.analytics.fact.store.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Writes the books of a merchant: facts as listeners write them, without the broker. */
@ApplicationScoped
public class Books {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int AT_ONCE = 500;

  private final Facts facts;
  private final Tenancy tenancy;

  Books(Facts facts, Tenancy tenancy) {
    this.facts = facts;
    this.tenancy = tenancy;
  }

  /** Takes all of them. */
  public void record(UUID tenant, List<Fact> all) {
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      List<Fact> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
      tenancy.in(tenant, () -> facts.record(some));
    }
  }

  /** A year of a giftware shop, with its lines; a channel for each country. */
  public static List<Fact> onlineRetail() {
    return ReferenceData.lines("online_retail/orders_I.ndjson.gz").stream()
        .map(Books::document)
        .toList();
  }

  /** Orders of a shop that sold compact discs. */
  public static List<Fact> cdnow() {
    var found = new ArrayList<Fact>();
    for (String line : ReferenceData.lines("cdnow/CDNOW_sample.txt.gz")) {
      String[] cells = line.strip().split("\\s+");
      LocalDate day = LocalDate.parse(cells[2], DateTimeFormatter.BASIC_ISO_DATE);
      found.add(
          order(
              buyer(cells[1]),
              day.atTime(12, 0).toInstant(ZoneOffset.UTC),
              cells[4],
              new Origin("cdnow", "US", "US", Attribution.NONE),
              List.of()));
    }
    return found;
  }

  /** An order that counts. */
  public static Fact order(UUID buyer, Instant at, String total, Origin origin, List<Line> lines) {
    return new Fact(
        buyer,
        UUID.randomUUID(),
        Fact.Kind.order,
        at,
        origin,
        new Basket("EUR", lines),
        true,
        Optional.of(new Contribution(new BigDecimal(total), BigDecimal.ZERO)),
        1);
  }

  /** One piece of a product. */
  public static Line line(String sku, String price) {
    return new Line(
        sku,
        Optional.of("The " + sku),
        Optional.empty(),
        BigDecimal.ONE,
        BigDecimal.ZERO,
        new BigDecimal(price));
  }

  /** The identity of a buyer by a number or name. */
  public static UUID buyer(String number) {
    return UUID.nameUUIDFromBytes(("buyer " + number).getBytes(StandardCharsets.UTF_8));
  }

  private static Fact document(String text) {
    try {
      JsonNode document = JSON.readTree(text);
      String country = document.get("country").asText();
      boolean order = document.get("documentType").asText().equals("ORDER");
      String number = document.get("externalOrderId").asText();
      BigDecimal total = total(document.get("lines"));
      return new Fact(
          buyer(document.at("/customer/externalId").asText()),
          UUID.nameUUIDFromBytes(("source " + number).getBytes(StandardCharsets.UTF_8)),
          order ? Fact.Kind.order : Fact.Kind.free_return,
          Instant.parse(document.get("placedAt").asText().replace("+00:00", "Z")),
          new Origin(
              document.get("marketplace").asText(),
              country.toUpperCase(Locale.ROOT),
              country,
              Attribution.NONE),
          new Basket("GBP", order ? lines(document.get("lines")) : List.of()),
          order,
          Optional.of(
              order
                  ? new Contribution(total, BigDecimal.ZERO)
                  : new Contribution(BigDecimal.ZERO, total)),
          1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BigDecimal total(JsonNode lines) {
    BigDecimal total = BigDecimal.ZERO;
    for (JsonNode line : lines) {
      total =
          total.add(
              new BigDecimal(line.get("unitPrice").asText())
                  .multiply(new BigDecimal(line.get("quantity").asText())));
    }
    return total;
  }

  private static List<Line> lines(JsonNode lines) {
    var found = new ArrayList<Line>();
    for (JsonNode line : lines) {
      if (line.get("lineType").asText().equals("PRODUCT")) {
        found.add(
            new Line(
                line.get("sku").asText(),
                Optional.of(line.path("name").asText()),
                Optional.empty(),
                new BigDecimal(line.get("quantity").asText()),
                BigDecimal.ZERO,
                new BigDecimal(line.get("unitPrice").asText())));
      }
    }
    return found;
  }
}
