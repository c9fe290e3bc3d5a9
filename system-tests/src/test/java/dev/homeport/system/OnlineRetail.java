package dev.homeport.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assumptions;

/**
 * UCI Online Retail (Chen, Sain, Guo 2012; CC BY 4.0): a year of a British giftware shop, mapped to
 * Homeport's documents as one channel. The data lies outside the project; without it the stories
 * that need it are skipped.
 */
final class OnlineRetail {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path DATA = root().resolve("../shared/data");

  private OnlineRetail() {}

  static Path data(String file) {
    Path path = DATA.resolve(file).normalize();
    Assumptions.assumeTrue(Files.exists(path), () -> "skipped: no reference data at " + path);
    return path;
  }

  /** The 18,536 purchases as order documents, one a line, gzipped. */
  static byte[] orders() {
    return lines("ORDER", OnlineRetail::order);
  }

  /** The 3,654 returns as free returns, one a line, gzipped. */
  static byte[] returns() {
    return lines("RETURN", OnlineRetail::freeReturn);
  }

  /** The purchases as those of one marketplace account a country. */
  static byte[] ordersByMarketplace() {
    return lines("ORDER", document -> order(document).put("channel", marketplace(document)));
  }

  /** The returns as those of one marketplace account a country. */
  static byte[] returnsByMarketplace() {
    return lines("RETURN", document -> freeReturn(document).put("channel", marketplace(document)));
  }

  /** The shop's numbers of the people who bought on several marketplaces, and on which. */
  static Map<String, Set<String>> peopleOnSeveralMarketplaces() {
    try (BufferedReader reader = read("online_retail/orders_I.ndjson.gz")) {
      var channels = new TreeMap<String, Set<String>>();
      String line;
      while ((line = reader.readLine()) != null) {
        JsonNode document = JSON.readTree(line);
        channels
            .computeIfAbsent(document.at("/customer/externalId").asText(), _ -> new TreeSet<>())
            .add(marketplace(document));
      }
      channels.values().removeIf(some -> some.size() < 2);
      return channels;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many buyers of marketplaces there are who bought something. */
  static int buyersByMarketplace() {
    try (BufferedReader reader = read("online_retail/orders_I.ndjson.gz")) {
      var buyers = new TreeSet<String>();
      String line;
      while ((line = reader.readLine()) != null) {
        JsonNode document = JSON.readTree(line);
        if (document.get("documentType").asText().equals("ORDER")) {
          buyers.add(marketplace(document) + " " + document.at("/customer/externalId").asText());
        }
      }
      return buyers.size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String marketplace(JsonNode document) {
    return document.get("marketplace").asText().toLowerCase(Locale.ROOT);
  }

  static byte[] exchangeRates() {
    try {
      return Files.readAllBytes(data("ecb/eurofxref-2009-11_2011-12.csv"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The expected RFM line of each customer, by the shop's number, as columns by name. */
  static Map<String, Map<String, String>> expectedScores() {
    try (BufferedReader reader = read("ref/online_retail_rfm.csv.gz")) {
      String[] names = reader.readLine().split(",");
      return reader
          .lines()
          .map(line -> row(names, line.split(",")))
          .collect(Collectors.toMap(row -> row.get("customer_id"), row -> row));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> row(String[] names, String[] values) {
    var row = new java.util.HashMap<String, String>();
    for (int i = 0; i < names.length; i++) {
      row.put(names[i], values[i]);
    }
    return row;
  }

  private static byte[] lines(String type, Function<JsonNode, ObjectNode> map) {
    var bytes = new ByteArrayOutputStream();
    try (BufferedReader reader = read("online_retail/orders_I.ndjson.gz");
        var packed = new GZIPOutputStream(bytes)) {
      String line;
      while ((line = reader.readLine()) != null) {
        JsonNode document = JSON.readTree(line);
        if (document.get("documentType").asText().equals(type)) {
          packed.write(JSON.writeValueAsBytes(map.apply(document)));
          packed.write('\n');
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static ObjectNode order(JsonNode document) {
    return common(document).put("placedAt", document.get("placedAt").asText());
  }

  private static ObjectNode freeReturn(JsonNode document) {
    return common(document).put("returnedAt", document.get("placedAt").asText());
  }

  private static ObjectNode common(JsonNode document) {
    ObjectNode mapped =
        JSON.createObjectNode()
            .put("channel", "giftware")
            .put("externalId", document.get("externalOrderId").asText())
            .put("currency", document.get("currency").asText());
    mapped
        .putObject("buyer")
        .put("externalId", document.at("/customer/externalId").asText())
        .put("country", document.get("country").asText());
    var lines = mapped.putArray("lines");
    for (JsonNode line : document.get("lines")) {
      lines
          .addObject()
          .put("lineNo", line.get("lineNo").asInt())
          .put("sku", line.get("sku").asText())
          .put("name", line.get("name").asText())
          .put("quantity", line.get("quantity").asText())
          .put("unitPrice", line.get("unitPrice").asText())
          .put("kind", line.get("lineType").asText().toLowerCase(Locale.ROOT));
    }
    return mapped;
  }

  private static BufferedReader read(String file) throws IOException {
    return new BufferedReader(
        new InputStreamReader(
            new GZIPInputStream(Files.newInputStream(data(file))), StandardCharsets.UTF_8));
  }

  private static Path root() {
    Path here = Path.of("").toAbsolutePath();
    return here.endsWith("system-tests") ? here.getParent() : here;
  }
}
