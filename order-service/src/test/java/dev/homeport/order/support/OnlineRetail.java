package dev.homeport.order.support;

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
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assumptions;

/**
 * UCI Online Retail (Chen, Sain, Guo 2012; CC BY 4.0): a year of a British giftware shop, mapped to
 * our documents as one channel.
 */
public final class OnlineRetail {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path DATA = Path.of("../../shared/data").toAbsolutePath().normalize();

  private OnlineRetail() {}

  /** The 18,536 purchases, one a line, gzipped. */
  public static byte[] orders() {
    return documents("ORDER", "placedAt");
  }

  /** The 3,654 returns, one a line, gzipped. */
  public static byte[] returns() {
    return documents("RETURN", "returnedAt");
  }

  /** The reference rates of that time, as the European Central Bank publishes them. */
  public static byte[] rates() throws IOException {
    return Files.readAllBytes(data("ecb/eurofxref-2009-11_2011-12.csv"));
  }

  private static Path data(String file) {
    Path path = DATA.resolve(file);
    Assumptions.assumeTrue(
        Files.exists(path),
        () -> {
          String reason = "skipped: no reference data " + file;
          System.out.println(reason);
          return reason;
        });
    return path;
  }

  private static byte[] documents(String type, String time) {
    var bytes = new ByteArrayOutputStream();
    Path file = data("online_retail/orders_I.ndjson.gz");
    try (var reader =
            new BufferedReader(
                new InputStreamReader(
                    new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
        var packed = new GZIPOutputStream(bytes)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        JsonNode source = JSON.readTree(line);
        if (source.get("documentType").asText().equals(type)) {
          packed.write(JSON.writeValueAsBytes(map(source, time)));
          packed.write('\n');
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static ObjectNode map(JsonNode source, String time) {
    ObjectNode document =
        JSON.createObjectNode()
            .put("channel", "giftware")
            .put("externalId", source.get("externalOrderId").asText())
            .put(time, source.get("placedAt").asText())
            .put("currency", source.get("currency").asText());
    document
        .putObject("buyer")
        .put("externalId", source.at("/customer/externalId").asText())
        .put("country", source.get("country").asText());
    var lines = document.putArray("lines");
    for (JsonNode line : source.get("lines")) {
      lines
          .addObject()
          .put("lineNo", line.get("lineNo").asInt())
          .put("sku", line.get("sku").asText())
          .put("name", line.get("name").asText())
          .put("quantity", line.get("quantity").asText())
          .put("unitPrice", line.get("unitPrice").asText())
          .put("kind", line.get("lineType").asText().toLowerCase(Locale.ROOT));
    }
    return document;
  }
}
