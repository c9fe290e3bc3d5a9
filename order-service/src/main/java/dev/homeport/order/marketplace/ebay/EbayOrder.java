package dev.homeport.order.marketplace.ebay;

import dev.homeport.order.marketplace.Edition;
import dev.homeport.order.marketplace.Effect;
import dev.homeport.order.marketplace.Lines;
import dev.homeport.order.marketplace.Part;
import dev.homeport.order.marketplace.Terms;
import dev.homeport.order.order.Address;
import dev.homeport.order.order.Buyer;
import dev.homeport.order.order.Line;
import dev.homeport.order.order.LineKind;
import dev.homeport.order.order.OrderStatus;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * An order of eBay. Costs of a line are sums over its pieces. The e-mail address is one of eBay's
 * own that forwards, so the buyer's name at eBay makes the identity and the address is left out.
 */
final class EbayOrder {
  private static final int NAME = 300;
  private static final int SHIPPING = 1;

  private final Part body;
  private final Terms terms;
  private final String id;

  EbayOrder(Part body, Terms terms) {
    this.body = body;
    this.terms = terms;
    this.id = body.at("orderId").needText();
  }

  List<Effect> effects() {
    OrderStatus status = status();
    Part total = body.at("pricingSummary").at("total");
    var effects = new ArrayList<Effect>();
    effects.add(
        new Effect.Sale(
            id,
            body.at("creationDate").needInstant(ZoneOffset.UTC),
            Edition.of(body.at("lastModifiedDate").needInstant(ZoneOffset.UTC), status, terms),
            total.at("currency").currency(terms),
            buyer(),
            lines(),
            total.at("value").needDecimal(),
            null,
            status,
            new TreeMap<>()));
    if (status != OrderStatus.CANCELLED) {
      body.at("paymentSummary").at("refunds").each().stream()
          .filter(refund -> "REFUNDED".equals(refund.at("refundStatus").text()))
          .forEach(refund -> effects.add(refund(refund)));
    }
    return effects;
  }

  private OrderStatus status() {
    if ("CANCELED".equals(body.at("cancelStatus").at("cancelState").text())) {
      return OrderStatus.CANCELLED;
    }
    if ("FULFILLED".equals(body.at("orderFulfillmentStatus").text())) {
      return OrderStatus.SHIPPED;
    }
    return switch (body.at("orderPaymentStatus").needText()) {
      case "PAID", "PARTIALLY_REFUNDED", "FULLY_REFUNDED" -> OrderStatus.PAID;
      case "PENDING", "FAILED" -> OrderStatus.PLACED;
      default ->
          throw body.at("orderPaymentStatus")
              .unreadable("status-unknown", "The status is none of those that are documented.");
    };
  }

  private Buyer buyer() {
    Part buyer = body.at("buyer");
    List<Part> instructions = body.at("fulfillmentStartInstructions").each();
    Part to =
        (instructions.isEmpty() ? body : instructions.getFirst().at("shippingStep")).at("shipTo");
    Part address = to.at("contactAddress");
    Part country =
        address.at("countryCode").present()
            ? address.at("countryCode")
            : buyer.at("taxAddress").at("countryCode");
    return new Buyer(
        buyer.at("username").needText(),
        null,
        to.at("primaryPhone").at("phoneNumber").text(40),
        to.at("fullName").text(NAME),
        address.present() ? address(to, address) : null,
        country.country(terms));
  }

  private static Address address(Part to, Part address) {
    return new Address(
        to.at("fullName").text(NAME),
        address.at("addressLine1").text(NAME),
        address.at("addressLine2").text(NAME),
        address.at("city").text(NAME),
        address.at("stateOrProvince").text(NAME),
        address.at("postalCode").text(20),
        address.at("countryCode").text(2));
  }

  private List<Line> lines() {
    var lines = new ArrayList<Line>();
    BigDecimal shipping = BigDecimal.ZERO;
    BigDecimal shippingDiscount = BigDecimal.ZERO;
    for (Part item : body.at("lineItems").each()) {
      BigDecimal cost = item.at("lineItemCost").at("value").needDecimal();
      BigDecimal lowered = item.at("discountedLineItemCost").at("value").decimal();
      String sku = item.at("sku").text();
      lines.add(
          Lines.ofSum(
              Lines.number(item.at("lineItemId").needText()),
              sku == null ? "item-" + item.at("legacyItemId").needText() : sku,
              item.at("title").text(NAME),
              item.at("quantity").needDecimal(),
              cost,
              lowered == null ? BigDecimal.ZERO : cost.subtract(lowered).max(BigDecimal.ZERO),
              taxes(item),
              LineKind.PRODUCT));
      Part delivery = item.at("deliveryCost");
      shipping = shipping.add(delivery.at("shippingCost").at("value").decimalOrZero());
      shippingDiscount =
          shippingDiscount.add(delivery.at("discountAmount").at("value").decimalOrZero());
    }
    if (shipping.signum() > 0) {
      lines.add(
          Lines.other(
              SHIPPING,
              "shipping",
              null,
              shipping,
              shippingDiscount,
              BigDecimal.ZERO,
              LineKind.SHIPPING));
    }
    return lines;
  }

  private static BigDecimal taxes(Part item) {
    return item.at("taxes").each().stream()
        .map(tax -> tax.at("amount").at("value").decimalOrZero())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private Effect refund(Part refund) {
    Part amount = refund.at("amount");
    return new Effect.GivenBack(
        id,
        refund.at("refundId").needText(),
        refund.at("refundDate").needInstant(ZoneOffset.UTC),
        amount.at("currency").currency(terms),
        amount.at("value").needDecimal(),
        null,
        List.of());
  }
}
