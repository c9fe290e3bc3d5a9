package dev.homeport.loyalty.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.homeport.loyalty.fact.Fact;
import dev.homeport.loyalty.fact.FreeReturnFact;
import dev.homeport.loyalty.fact.OrderFact;
import dev.homeport.loyalty.fact.OrderLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/** A real year of a gift shop: 18,536 orders and 3,654 returns without a known order. */
public final class OnlineRetail {
  private static final Path FILE =
      Path.of("..", "..", "shared", "data", "online_retail", "orders_I.ndjson.gz");
  private static final ObjectMapper JSON = new ObjectMapper();

  private OnlineRetail() {}

  /** Every document once, by the moment it was placed; skips the test where the file is absent. */
  public static List<Fact> facts() {
    Assumptions.assumeTrue(Files.exists(FILE), "skipped: " + FILE + " is not there");
    Map<UUID, Fact> documents = new LinkedHashMap<>();
    try (var in = new GZIPInputStream(Files.newInputStream(FILE));
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Fact fact = fact(JSON.readTree(line));
        documents.putIfAbsent(fact.id(), fact);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return documents.values().stream().sorted(Comparator.comparing(Fact::occurredAt)).toList();
  }

  private static Fact fact(JsonNode document) {
    boolean order = document.get("documentType").asText().equals("ORDER");
    String number = document.get("externalOrderId").asText();
    UUID id = UUID.nameUUIDFromBytes(number.getBytes(StandardCharsets.UTF_8));
    UUID buyer = new UUID(17, document.get("customer").get("externalId").asLong());
    Instant at = OffsetDateTime.parse(document.get("placedAt").asText()).toInstant();
    String country = document.get("country").asText();
    List<OrderLine> lines = lines(document.get("lines"));
    BigDecimal total =
        lines.stream()
            .map(line -> line.quantity().multiply(line.unitPrice()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return order
        ? new OrderFact(
            id,
            buyer,
            1,
            "giftware",
            "GB",
            country,
            at,
            "placed",
            Programmes.GBP,
            lines,
            total,
            BigDecimal.ZERO,
            null,
            null,
            null)
        : new FreeReturnFact(
            id, buyer, 1, "giftware", "GB", country, at, Programmes.GBP, lines, total, false, null);
  }

  private static List<OrderLine> lines(JsonNode lines) {
    var all = new ArrayList<OrderLine>();
    for (JsonNode line : lines) {
      all.add(
          new OrderLine(
              line.get("lineNo").asInt(),
              line.get("sku").asText(),
              null,
              OrderLine.Kind.valueOf(line.get("lineType").asText()),
              new BigDecimal(line.get("quantity").asText()),
              new BigDecimal(line.get("unitPrice").asText()),
              BigDecimal.ZERO,
              BigDecimal.ZERO,
              BigDecimal.ZERO));
    }
    return all;
  }
}
