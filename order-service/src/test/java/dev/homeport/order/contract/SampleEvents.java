package dev.homeport.order.contract;

import dev.homeport.order.currency.Conversion;
import dev.homeport.order.order.Address;
import dev.homeport.order.order.Attribution;
import dev.homeport.order.order.Buyer;
import dev.homeport.order.order.Claim;
import dev.homeport.order.order.CostClass;
import dev.homeport.order.order.Facts;
import dev.homeport.order.order.Line;
import dev.homeport.order.order.LineKind;
import dev.homeport.order.order.LineReturn;
import dev.homeport.order.order.Order;
import dev.homeport.order.order.OrderDocument;
import dev.homeport.order.order.OrderKey;
import dev.homeport.order.order.OrderStatus;
import dev.homeport.order.order.Recorded;
import dev.homeport.order.returns.FreeReturn;
import dev.homeport.order.returns.ReturnDocument;
import dev.homeport.order.returns.ReturnedItem;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One event of each kind, with everything in it and with as little as possible. */
final class SampleEvents {
  private static final Currency EUR = Currency.getInstance("EUR");
  private static final Currency GBP = Currency.getInstance("GBP");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
  private static final Instant PLACED = Instant.parse("2026-11-01T10:00:00Z");
  private static final UUID IDENTITY = UUID.fromString("5f0c9a1e-2b7d-8c34-9e10-4a6d8f2b7c11");
  private static final UUID ORDER = UUID.fromString("019ab3de-51d0-7c1e-9a3b-0d7a5e6f1b2c");
  private static final UUID RETURN = UUID.fromString("019ab3de-7a10-7b55-8c21-6f0e4d3c2b1a");
  private static final long REVISION = 1_793_527_200_000_000L;

  private SampleEvents() {}

  static Map<String, Object> all() {
    return Map.of(
        "order-recorded", OrderRecorded.of(whole(), OrderChange.RETURNED),
        "order-recorded--pending", OrderRecorded.of(pending(), OrderChange.PLACED),
        "free-return-recorded",
            FreeReturnRecorded.of(freeReturn(rate(), null), ReturnChange.RECORDED),
        "free-return-recorded--pending",
            FreeReturnRecorded.of(freeReturn(null, null), ReturnChange.RECORDED),
        "free-return-recorded--attached",
            FreeReturnRecorded.of(freeReturn(rate(), ORDER), ReturnChange.ATTACHED),
        "buyer-seen", buyer(known(), "c-778"),
        "buyer-seen--guest", buyer(guest(), "order:1002"));
  }

  private static Conversion rate() {
    return new Conversion(GBP, EUR, new BigDecimal("0.8353"), BigDecimal.ONE, DAY);
  }

  private static Order whole() {
    var attribution =
        new Attribution("google", "cpc", "autumn", "p-7", "SAVE5", "ANA20", CostClass.PAID);
    var mugs = line(1, "MUG-1", "Mug", "kitchen", "2", "9.99", "1.5", "0.25", LineKind.PRODUCT);
    var postage = line(2, "POST", "Postage", null, "1", "3.9", "0", "0", LineKind.SHIPPING);
    var back =
        new LineReturn(
            RETURN,
            "R-1001-1",
            PLACED.plusSeconds(86_400),
            new BigDecimal("9.37"),
            "too large",
            List.of(new LineReturn.ReturnedLine(1, BigDecimal.ONE)));
    return order(
        document("1001", OrderStatus.DELIVERED, attribution, mugs, postage), List.of(back), rate());
  }

  private static Order pending() {
    var line = line(1, "MUG-1", null, null, "0.333", "1.234567", "0", "0", LineKind.PRODUCT);
    return order(document("1002", OrderStatus.PAID, null, line), List.of(), null);
  }

  private static OrderDocument document(
      String number, OrderStatus status, @Nullable Attribution attribution, Line... lines) {
    return new OrderDocument(
        new OrderKey("shop-uk", number),
        IDENTITY,
        "GB",
        PLACED,
        PLACED,
        GBP,
        List.of(lines),
        null,
        attribution,
        status,
        new TreeMap<>());
  }

  private static Order order(
      OrderDocument document, List<LineReturn> returns, @Nullable Conversion rate) {
    var claim = new Claim(document.status(), document.revisedAt(), 0);
    return new Order(
        ORDER,
        document,
        "f",
        DAY,
        Facts.of(List.of(claim), List.of(), returns),
        rate,
        false,
        new Recorded(PLACED, null),
        REVISION,
        1);
  }

  private static Line line(
      int lineNo,
      String sku,
      @Nullable String name,
      @Nullable String category,
      String quantity,
      String unitPrice,
      String discount,
      String tax,
      LineKind kind) {
    return new Line(
        lineNo,
        sku,
        name,
        category,
        new BigDecimal(quantity),
        new BigDecimal(unitPrice),
        new BigDecimal(discount),
        new BigDecimal(tax),
        kind);
  }

  private static FreeReturn freeReturn(@Nullable Conversion rate, @Nullable UUID attachedTo) {
    var item =
        new ReturnedItem(
            1, "LAMP-3", "Lamp", BigDecimal.ONE, new BigDecimal("27.5"), LineKind.PRODUCT);
    var document =
        new ReturnDocument(
            new OrderKey("shop-uk", "C-5501"),
            IDENTITY,
            "GB",
            PLACED,
            GBP,
            List.of(item),
            null,
            rate == null ? null : "broken",
            null);
    return new FreeReturn(
        RETURN,
        document,
        DAY,
        rate,
        true,
        attachedTo,
        null,
        null,
        new Recorded(PLACED, null),
        REVISION);
  }

  private static Buyer known() {
    var address =
        new Address("Ana Müller", "Hauptstr. 1", "2. Stock", "Berlin", "BE", "10115", "DE");
    return new Buyer("c-778", "ana@example.com", "+49 30 901820", "Ana Müller", address, "DE");
  }

  private static Buyer guest() {
    return new Buyer(null, null, null, null, null, "DE");
  }

  private static BuyerSeen buyer(Buyer buyer, String externalBuyerId) {
    return BuyerSeen.of(
        IDENTITY, ORDER, "shop-de", externalBuyerId, PLACED, buyer, REVISION, false);
  }
}
