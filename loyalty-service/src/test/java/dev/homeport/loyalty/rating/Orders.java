package dev.homeport.loyalty.rating;

import dev.homeport.loyalty.fact.Exchange;
import dev.homeport.loyalty.fact.FreeReturnFact;
import dev.homeport.loyalty.fact.OrderFact;
import dev.homeport.loyalty.fact.OrderLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/** Orders for tests of the engine, changed step by step. */
record Orders(OrderFact fact) {
  static final UUID BUYER = new UUID(3, 3);

  /** An order of one mug for so much. */
  static Orders of(int number, String placedAt, String total) {
    return new Orders(
        new OrderFact(
            new UUID(9, number),
            BUYER,
            1,
            "shop-de",
            "DE",
            "DE",
            Instant.parse(placedAt),
            "paid",
            Currency.getInstance("EUR"),
            List.of(line(1, "MUG-1", "kitchen", "1", total)),
            new BigDecimal(total),
            BigDecimal.ZERO,
            null,
            null,
            null));
  }

  static OrderLine line(int number, String sku, String category, String quantity, String price) {
    return new OrderLine(
        number,
        sku,
        category,
        OrderLine.Kind.PRODUCT,
        new BigDecimal(quantity),
        new BigDecimal(price),
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        BigDecimal.ZERO);
  }

  static FreeReturnFact freeReturn(int number, String at, String amount) {
    return new FreeReturnFact(
        new UUID(8, number),
        BUYER,
        1,
        "shop-de",
        "DE",
        "DE",
        Instant.parse(at),
        Currency.getInstance("EUR"),
        List.of(),
        new BigDecimal(amount),
        false,
        null);
  }

  Orders with(OrderLine... more) {
    var lines = new ArrayList<>(fact.lines());
    lines.addAll(List.of(more));
    BigDecimal total =
        lines.stream()
            .map(line -> line.quantity().multiply(line.unitPrice()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return change(fact.identityId(), fact.status(), fact.currency(), lines, total, fact.returned());
  }

  Orders in(String currency) {
    return change(
        fact.identityId(),
        fact.status(),
        Currency.getInstance(currency),
        fact.lines(),
        fact.total(),
        fact.returned());
  }

  /** With an exchange rate of its own. */
  Orders exchange(String into, String rate) {
    OrderFact before = fact;
    return new Orders(
        new OrderFact(
            before.id(),
            before.identityId(),
            before.revision(),
            before.channel(),
            before.market(),
            before.country(),
            before.placedAt(),
            before.status(),
            before.currency(),
            before.lines(),
            before.total(),
            before.returned(),
            before.lastReturnAt(),
            before.deliveredAt(),
            new Exchange(Currency.getInstance(into), new BigDecimal(rate))));
  }

  Orders by(UUID identity) {
    return change(
        identity, fact.status(), fact.currency(), fact.lines(), fact.total(), fact.returned());
  }

  Orders status(String status) {
    return change(
        fact.identityId(), status, fact.currency(), fact.lines(), fact.total(), fact.returned());
  }

  /** With so much of the money back. */
  Orders back(String amount) {
    return change(
        fact.identityId(),
        fact.status(),
        fact.currency(),
        fact.lines(),
        fact.total(),
        new BigDecimal(amount));
  }

  /** With everything back, line by line. */
  Orders returned() {
    var lines =
        fact.lines().stream()
            .map(
                line ->
                    new OrderLine(
                        line.lineNo(),
                        line.sku(),
                        line.category(),
                        line.kind(),
                        line.quantity(),
                        line.unitPrice(),
                        line.discount(),
                        line.tax(),
                        line.quantity()))
            .toList();
    return change(
        fact.identityId(), fact.status(), fact.currency(), lines, fact.total(), fact.total());
  }

  private Orders change(
      UUID identity,
      String status,
      Currency currency,
      List<OrderLine> lines,
      BigDecimal total,
      BigDecimal returned) {
    return new Orders(
        new OrderFact(
            fact.id(),
            identity,
            fact.revision() + 1,
            fact.channel(),
            fact.market(),
            fact.country(),
            fact.placedAt(),
            status,
            currency,
            lines,
            total,
            returned,
            fact.lastReturnAt(),
            fact.deliveredAt(),
            fact.exchange()));
  }
}
