package dev.homeport.loyalty.journal;

import dev.homeport.loyalty.fact.Exchange;
import dev.homeport.loyalty.fact.FreeReturnFact;
import dev.homeport.loyalty.fact.OrderFact;
import dev.homeport.loyalty.fact.OrderLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Facts for tests, each with one product line. */
public final class Facts {
  public static final UUID BUYER = new UUID(1, 1);
  public static final Instant PLACED = Instant.parse("2026-11-01T10:00:00Z");

  /** Not 1, so that it shows who earns by it. */
  private static final Exchange RATE = new Exchange(Programmes.EUR, new BigDecimal("1.25"));

  private Facts() {}

  public static OrderFact order(UUID id, long revision, String total, String returned) {
    return order(BUYER, id, revision, PLACED, "placed", total, returned);
  }

  public static OrderFact order(
      UUID buyer,
      UUID id,
      long revision,
      Instant placedAt,
      String status,
      String total,
      String returned) {
    @Nullable Instant lastReturn = returned.equals("0") ? null : placedAt.plusSeconds(3600);
    return new OrderFact(
        id,
        buyer,
        revision,
        "shop-de",
        "DE",
        "DE",
        placedAt,
        status,
        Programmes.EUR,
        List.of(line(OrderLine.Kind.PRODUCT, total, "0", "0")),
        new BigDecimal(total),
        new BigDecimal(returned),
        lastReturn,
        null,
        RATE);
  }

  public static FreeReturnFact freeReturn(UUID id, long revision, String amount) {
    return freeReturn(BUYER, id, revision, PLACED, amount, false);
  }

  public static FreeReturnFact freeReturn(
      UUID buyer, UUID id, long revision, Instant returnedAt, String amount, boolean reversed) {
    return new FreeReturnFact(
        id,
        buyer,
        revision,
        "shop-de",
        "DE",
        "DE",
        returnedAt,
        Programmes.EUR,
        List.of(line(OrderLine.Kind.PRODUCT, amount, "0", "0")),
        new BigDecimal(amount),
        reversed,
        RATE);
  }

  public static OrderLine line(
      OrderLine.Kind kind, String price, String tax, String returnedQuantity) {
    return new OrderLine(
        1,
        "MUG-1",
        "kitchen",
        kind,
        BigDecimal.ONE,
        new BigDecimal(price),
        BigDecimal.ZERO,
        new BigDecimal(tax),
        new BigDecimal(returnedQuantity));
  }
}
