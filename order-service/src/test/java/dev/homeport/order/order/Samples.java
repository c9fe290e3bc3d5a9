package dev.homeport.order.order;

import dev.homeport.order.currency.Conversion;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Orders for plain tests. */
public final class Samples {
  public static final Currency EUR = Currency.getInstance("EUR");
  public static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  public static final Instant PLACED = Instant.parse("2026-11-01T10:00:00Z");
  public static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-02T00:00:00Z"), ZoneOffset.UTC);
  public static final Setting SETTING =
      new Setting(BERLIN, (day, currency) -> Optional.of(Conversion.none(currency, day)), CLOCK);
  public static final UUID IDENTITY = UUID.fromString("5f0c9a1e-2b7d-8c34-9e10-4a6d8f2b7c11");
  public static final UUID ORDER = UUID.fromString("019ab3de-51d0-7c1e-9a3b-0d7a5e6f1b2c");

  private Samples() {}

  public static Line line(int lineNo, String quantity, String unitPrice) {
    return new Line(
        lineNo,
        "MUG-" + lineNo,
        "Mug",
        "kitchen",
        new BigDecimal(quantity),
        new BigDecimal(unitPrice),
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        LineKind.PRODUCT);
  }

  public static OrderDocument document(OrderStatus status, Instant revisedAt, Line... lines) {
    return document("1001", status, revisedAt, lines);
  }

  public static OrderDocument document(
      String number, OrderStatus status, Instant revisedAt, Line... lines) {
    return new OrderDocument(
        new OrderKey("shop-de", number),
        IDENTITY,
        "DE",
        PLACED,
        revisedAt,
        EUR,
        List.of(lines),
        null,
        null,
        status,
        new TreeMap<>());
  }

  /** The same document under a number of its source's own count. */
  public static OrderDocument version(OrderDocument document, long version) {
    return new OrderDocument(
        document.key(),
        document.identityId(),
        document.country(),
        document.placedAt(),
        document.revisedAt(),
        document.currency(),
        document.lines(),
        document.statedTotal(),
        document.attribution(),
        document.status(),
        document.attributes(),
        version,
        document.market());
  }

  public static Submission submission(OrderDocument document) {
    Buyer buyer = new Buyer("c-778", "ana@example.com", null, null, null, "DE");
    return new Submission(document, buyer, Fingerprint.of(document, "buyer"), false);
  }

  public static Order order(OrderStatus status, Line... lines) {
    return Order.first(submission(document(status, PLACED, lines)), ORDER, SETTING).order();
  }

  public static LineReturn back(String number, int lineNo, String quantity, String amount) {
    return new LineReturn(
        UUID.nameUUIDFromBytes(number.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
        number,
        PLACED.plusSeconds(3600),
        new BigDecimal(amount),
        null,
        List.of(new LineReturn.ReturnedLine(lineNo, new BigDecimal(quantity))));
  }
}
