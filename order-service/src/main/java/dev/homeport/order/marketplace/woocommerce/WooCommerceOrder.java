package dev.homeport.order.marketplace.woocommerce;

import dev.homeport.order.marketplace.Edition;
import dev.homeport.order.marketplace.Effect;
import dev.homeport.order.marketplace.Lines;
import dev.homeport.order.marketplace.Names;
import dev.homeport.order.marketplace.Part;
import dev.homeport.order.marketplace.Terms;
import dev.homeport.order.order.Address;
import dev.homeport.order.order.Attribution;
import dev.homeport.order.order.Buyer;
import dev.homeport.order.order.Line;
import dev.homeport.order.order.LineKind;
import dev.homeport.order.order.OrderStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An order (WooCommerce REST API v3, "Order properties"). Lines carry their sums without tax,
 * before ({@code subtotal}) and after ({@code total}) the coupons that were spread over them.
 * {@code customer_id} 0 is a guest.
 */
final class WooCommerceOrder {
  private static final int NAME = 300;
  private static final int SHIPPING = 1;
  private static final int FEES = 500;

  private final Part body;
  private final Terms terms;
  private final String id;
  private final Currency currency;
  private final Instant changed;

  WooCommerceOrder(Part body, Terms terms) {
    this.body = body;
    this.terms = terms;
    this.id = body.at("id").needText();
    this.currency = body.at("currency").currency(terms);
    this.changed = time("date_modified");
  }

  Effect.Sale sale() {
    OrderStatus status = status();
    var attributes = new TreeMap<String, String>();
    String number = body.at("number").text(500);
    if (number != null && !number.equals(id)) {
      attributes.put("orderNumber", number);
    }
    return new Effect.Sale(
        id,
        time("date_created"),
        Edition.of(changed, status, terms),
        currency,
        buyer(),
        lines(),
        body.at("total").needDecimal(),
        attribution(),
        status,
        attributes);
  }

  List<Effect.GivenBack> returns() {
    return body.at("refunds").each().stream()
        .map(refund -> WooCommerceRefund.listed(id, refund, currency, changed))
        .filter(back -> back.amount().signum() > 0)
        .toList();
  }

  /** The time in GMT; an older shop tells its own only, which counts in the channel's zone. */
  private Instant time(String name) {
    Instant gmt = body.at(name + "_gmt").instant(ZoneOffset.UTC);
    return gmt == null ? body.at(name).needInstant(terms.zone()) : gmt;
  }

  private OrderStatus status() {
    return switch (body.at("status").needText()) {
      case "processing" -> OrderStatus.PAID;
      case "completed" -> OrderStatus.DELIVERED;
      case "refunded" ->
          body.at("date_completed_gmt").present() || body.at("date_completed").present()
              ? OrderStatus.DELIVERED
              : OrderStatus.PAID;
      case "cancelled", "failed", "trash" -> OrderStatus.CANCELLED;
      case "pending", "on-hold" -> OrderStatus.PLACED;
      default ->
          // A plug-in's own status: whether it is paid is all that can be told.
          body.at("date_paid_gmt").present() || body.at("date_paid").present()
              ? OrderStatus.PAID
              : OrderStatus.PLACED;
    };
  }

  private Buyer buyer() {
    Part billing = body.at("billing");
    Part shipping = body.at("shipping");
    Part to = shipping.at("country").text() == null ? billing : shipping;
    String customer = body.at("customer_id").text();
    return new Buyer(
        customer == null || customer.equals("0") ? null : customer,
        billing.at("email").text(320),
        billing.at("phone").text(40),
        name(billing),
        to.at("country").text() == null ? null : address(to),
        to.at("country").country(terms));
  }

  private static @Nullable String name(Part of) {
    return Names.joined(of.at("first_name").text(NAME), of.at("last_name").text(NAME));
  }

  private static Address address(Part of) {
    return new Address(
        name(of),
        of.at("address_1").text(NAME),
        of.at("address_2").text(NAME),
        of.at("city").text(NAME),
        of.at("state").text(NAME),
        of.at("postcode").text(20),
        of.at("country").text(2));
  }

  private @Nullable Attribution attribution() {
    List<Part> coupons = body.at("coupon_lines").each();
    String code = coupons.isEmpty() ? null : coupons.getFirst().at("code").text(128);
    return code == null ? null : new Attribution(null, null, null, null, code, null, null);
  }

  private List<Line> lines() {
    var lines = new ArrayList<Line>();
    for (Part item : body.at("line_items").each()) {
      BigDecimal quantity = item.at("quantity").needDecimal();
      if (quantity.signum() > 0) {
        lines.add(product(item, quantity));
      }
    }
    int number = SHIPPING;
    for (Part shipping : body.at("shipping_lines").each()) {
      lines.add(
          other(
              number++,
              Objects.requireNonNullElse(shipping.at("method_id").text(128), "shipping"),
              shipping.at("method_title").text(NAME),
              shipping,
              LineKind.SHIPPING));
    }
    number = FEES;
    for (Part fee : body.at("fee_lines").each()) {
      lines.add(other(number++, "fee", fee.at("name").text(NAME), fee, LineKind.ADJUSTMENT));
    }
    return lines;
  }

  private static Line product(Part item, BigDecimal quantity) {
    BigDecimal after = item.at("total").needDecimal();
    BigDecimal stated = item.at("subtotal").decimal();
    BigDecimal before = stated == null ? after : stated.max(after);
    return Lines.ofSum(
        Lines.number(item.at("id").needText()),
        sku(item),
        item.at("name").text(NAME),
        quantity,
        before,
        before.subtract(after),
        item.at("total_tax").decimalOrZero(),
        LineKind.PRODUCT);
  }

  private static String sku(Part item) {
    String sku = item.at("sku").text();
    if (sku != null) {
      return sku;
    }
    String variation = item.at("variation_id").text();
    return variation == null || variation.equals("0")
        ? "product-" + item.at("product_id").text()
        : "variation-" + variation;
  }

  /** A fee may be negative, and then its tax is too: both together are its price. */
  private static Line other(
      int number, String sku, @Nullable String name, Part item, LineKind kind) {
    BigDecimal price = item.at("total").decimalOrZero();
    BigDecimal tax = item.at("total_tax").decimalOrZero();
    return tax.signum() < 0
        ? Lines.other(number, sku, name, price.add(tax), BigDecimal.ZERO, BigDecimal.ZERO, kind)
        : Lines.other(number, sku, name, price, BigDecimal.ZERO, tax, kind);
  }
}
