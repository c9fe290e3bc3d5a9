package dev.homeport.order.marketplace.shopify;

import dev.homeport.order.marketplace.Effect;
import dev.homeport.order.marketplace.Lines;
import dev.homeport.order.marketplace.Part;
import dev.homeport.order.marketplace.Terms;
import dev.homeport.order.order.LineReturn;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

/**
 * A refund (shopify.dev, REST Admin API, "Refund"). What was paid back is the sum of its successful
 * transactions. One without any is how an edit takes something out of an order: no return.
 */
record ShopifyRefund(Part body) {
  private static final int REASON = 500;

  boolean hasMoney() {
    return amount().signum() > 0;
  }

  private List<Part> payments() {
    return body.at("transactions").each().stream()
        .filter(t -> "refund".equals(t.at("kind").text()))
        .filter(t -> "success".equals(t.at("status").text()))
        .toList();
  }

  private BigDecimal amount() {
    return payments().stream()
        .map(payment -> payment.at("amount").needDecimal())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** How much of a line came back, by the platform's number of the line. */
  BigDecimal quantity(String line) {
    return body.at("refund_line_items").each().stream()
        .filter(item -> line.equals(item.at("line_item_id").text()))
        .map(item -> item.at("quantity").needDecimal())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  Effect.GivenBack givenBack(String order, Terms terms) {
    Part payment = payments().getFirst();
    Instant processed = body.at("processed_at").instant(ZoneOffset.UTC);
    return new Effect.GivenBack(
        order,
        body.at("id").needText(),
        Objects.requireNonNullElseGet(
            processed, () -> body.at("created_at").needInstant(ZoneOffset.UTC)),
        payment.at("currency").currency(terms),
        amount(),
        body.at("note").text(REASON),
        lines());
  }

  private List<LineReturn.ReturnedLine> lines() {
    return body.at("refund_line_items").each().stream()
        .filter(item -> item.at("quantity").needDecimal().signum() > 0)
        .map(
            item ->
                new LineReturn.ReturnedLine(
                    Lines.number(item.at("line_item_id").needText()),
                    item.at("quantity").needDecimal()))
        .toList();
  }
}
