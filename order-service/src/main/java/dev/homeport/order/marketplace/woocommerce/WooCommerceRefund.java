package dev.homeport.order.marketplace.woocommerce;

import dev.homeport.order.marketplace.Effect;
import dev.homeport.order.marketplace.Lines;
import dev.homeport.order.marketplace.Part;
import dev.homeport.order.marketplace.Terms;
import dev.homeport.order.order.LineReturn;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;

/**
 * Refunds of WooCommerce (REST API v3, "Order refund properties"). An order lists its refunds with
 * number, reason and a negative total, without lines and without a date: their date is that of the
 * description in which they were seen first.
 */
final class WooCommerceRefund {
  private static final int REASON = 500;
  private static final String LINE = "_refunded_item_id";

  private WooCommerceRefund() {}

  /** As an order lists it. */
  static Effect.GivenBack listed(String order, Part refund, Currency currency, Instant seen) {
    return new Effect.GivenBack(
        order,
        refund.at("id").needText(),
        seen,
        currency,
        refund.at("total").needDecimal().abs(),
        refund.at("reason").text(REASON),
        List.of());
  }

  /** As a body of its own, which names the order as its parent or in its link. */
  static Effect.GivenBack alone(Part refund, Terms terms) {
    return new Effect.GivenBack(
        order(refund),
        refund.at("id").needText(),
        refund.at("date_created_gmt").needInstant(ZoneOffset.UTC),
        refund.at("currency").currency(terms),
        refund.at("amount").needDecimal().abs(),
        refund.at("reason").text(REASON),
        refund.at("line_items").each().stream().flatMap(WooCommerceRefund::line).toList());
  }

  private static String order(Part refund) {
    String parent = refund.at("parent_id").text();
    if (parent != null && !parent.equals("0")) {
      return parent;
    }
    List<Part> up = refund.at("_links").at("up").each();
    String link = up.isEmpty() ? null : up.getFirst().at("href").text();
    String number = link == null ? "" : link.substring(link.lastIndexOf('/') + 1);
    if (!number.matches("[0-9]{1,20}")) {
      throw refund.at("parent_id").unreadable("order-missing", "The refund names no order.");
    }
    return number;
  }

  private static Stream<LineReturn.ReturnedLine> line(Part item) {
    String line =
        item.at("meta_data").each().stream()
            .filter(meta -> LINE.equals(meta.at("key").text()))
            .map(meta -> meta.at("value").needText())
            .findFirst()
            .orElse(null);
    var quantity = item.at("quantity").decimalOrZero().abs();
    return line == null || quantity.signum() == 0
        ? Stream.empty()
        : Stream.of(new LineReturn.ReturnedLine(Lines.number(line), quantity));
  }
}
