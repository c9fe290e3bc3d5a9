package dev.homeport.system.load;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;

/**
 * Orders of three lines in euros that nobody has sent before, each of a buyer that nobody has seen
 * before. Used on one thread only.
 */
final class NewOrders implements Supplier<Request> {
  private static final String PATH = "/v1/orders";
  private static final Duration YEAR = Duration.ofDays(365);
  private static final int ORDERS_PER_BUYER = 5;

  private final String series = UUID.randomUUID().toString().substring(0, 13);
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private long next;

  @Override
  public Request get() {
    long number = next++;
    String id = series + "-" + number;
    return Request.post(PATH, id, Buffer.buffer(document(id, "b-" + id, now)));
  }

  /** A file of orders over a year, one a line, of a fifth as many buyers. */
  static void write(Path file, int orders) throws IOException {
    var source = new NewOrders();
    long buyers = Math.max(1, orders / ORDERS_PER_BUYER);
    try (Writer lines =
        new OutputStreamWriter(
            new GZIPOutputStream(Files.newOutputStream(file), 1 << 16), StandardCharsets.UTF_8)) {
      for (int i = 0; i < orders; i++) {
        Instant placed =
            source.now.minusSeconds(YEAR.toSeconds() - YEAR.toSeconds() * (i + 1L) / (orders + 1L));
        String buyer = "b-" + source.series + "-" + i % buyers;
        lines.write(document(source.series + "-" + i, buyer, placed));
        lines.write('\n');
      }
    }
  }

  private static String document(String id, String buyer, Instant placedAt) {
    return """
    {"channel":"shop-load","externalId":"%s","placedAt":"%s","currency":"EUR",\
    "buyer":{"externalId":"%s","email":"%s@example.com","name":"Ana Schmidt","country":"DE"},\
    "lines":[\
    {"lineNo":1,"sku":"MUG-1","name":"Mug","category":"kitchen","quantity":"2","unitPrice":"9.99"},\
    {"lineNo":2,"sku":"LAMP-3","name":"Lamp","category":"home","quantity":"1","unitPrice":"27.5"},\
    {"lineNo":3,"sku":"POST","name":"Postage","quantity":"1","unitPrice":"3.9","kind":"shipping"}]}\
    """
        .formatted(id, placedAt, buyer, buyer);
  }
}
