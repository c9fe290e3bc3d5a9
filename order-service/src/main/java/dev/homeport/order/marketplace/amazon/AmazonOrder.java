package dev.homeport.order.marketplace.amazon;

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
import java.util.Locale;
import java.util.TreeMap;

/**
 * An order of Amazon. The address under which Amazon forwards mail is the same for one buyer and
 * one seller, so it makes the identity; it is no address of a person, so it goes on as the
 * channel's name of the buyer and never as an e-mail address. Prices of items are sums over their
 * pieces; in some marketplaces they include the tax, which shows by which way {@code OrderTotal}
 * comes out.
 */
final class AmazonOrder {
  private static final int NAME = 300;
  private static final int SHIPPING = 1;

  private final Part body;
  private final Terms terms;

  AmazonOrder(Part body, Terms terms) {
    this.body = body;
    this.terms = terms;
  }

  Effect.Sale sale() {
    OrderStatus status = status();
    Part total = body.at("OrderTotal");
    BigDecimal amount = total.at("Amount").needDecimal();
    List<Line> taxed = lines(true);
    boolean onTop = sum(taxed).compareTo(amount) == 0;
    var attributes = new TreeMap<String, String>();
    String channel = body.at("SalesChannel").text(500);
    if (channel != null) {
      attributes.put("salesChannel", channel);
    }
    return new Effect.Sale(
        body.at("AmazonOrderId").needText(),
        body.at("PurchaseDate").needInstant(ZoneOffset.UTC),
        Edition.of(body.at("LastUpdateDate").needInstant(ZoneOffset.UTC), status, terms),
        total.at("CurrencyCode").currency(terms),
        buyer(),
        onTop ? taxed : lines(false),
        amount,
        null,
        status,
        attributes);
  }

  private OrderStatus status() {
    return switch (body.at("OrderStatus").needText()) {
      case "Canceled", "Unfulfillable" -> OrderStatus.CANCELLED;
      case "Shipped", "InvoiceUnconfirmed" -> OrderStatus.SHIPPED;
      default -> OrderStatus.PAID;
    };
  }

  private Buyer buyer() {
    Part info = body.at("BuyerInfo");
    Part address = body.at("ShippingAddress");
    String relay = info.at("BuyerEmail").text(128);
    return new Buyer(
        relay == null ? null : relay.toLowerCase(Locale.ROOT),
        null,
        address.at("Phone").text(40),
        info.at("BuyerName").text(NAME),
        address.present() ? address(address) : null,
        address.at("CountryCode").country(terms));
  }

  private static Address address(Part address) {
    return new Address(
        address.at("Name").text(NAME),
        address.at("AddressLine1").text(NAME),
        address.at("AddressLine2").text(NAME),
        address.at("City").text(NAME),
        address.at("StateOrRegion").text(NAME),
        address.at("PostalCode").text(20),
        address.at("CountryCode").text(2));
  }

  private List<Line> lines(boolean taxOnTop) {
    var lines = new ArrayList<Line>();
    BigDecimal shipping = BigDecimal.ZERO;
    BigDecimal shippingDiscount = BigDecimal.ZERO;
    BigDecimal shippingTax = BigDecimal.ZERO;
    for (Part item : body.at("OrderItems").each()) {
      BigDecimal quantity = item.at("QuantityOrdered").needDecimal();
      if (quantity.signum() > 0) {
        lines.add(product(item, quantity, taxOnTop));
      }
      shipping = shipping.add(amount(item, "ShippingPrice"));
      shippingDiscount = shippingDiscount.add(amount(item, "ShippingDiscount"));
      shippingTax =
          shippingTax.add(
              amount(item, "ShippingTax").subtract(amount(item, "ShippingDiscountTax")));
    }
    if (shipping.signum() > 0) {
      lines.add(
          Lines.other(
              SHIPPING,
              "shipping",
              body.at("ShipServiceLevel").text(NAME),
              shipping,
              shippingDiscount,
              tax(shippingTax, taxOnTop),
              LineKind.SHIPPING));
    }
    return lines;
  }

  private static Line product(Part item, BigDecimal quantity, boolean taxOnTop) {
    BigDecimal tax = amount(item, "ItemTax").subtract(amount(item, "PromotionDiscountTax"));
    String sku = item.at("SellerSKU").text();
    return Lines.ofSum(
        Lines.number(item.at("OrderItemId").needText()),
        sku == null ? item.at("ASIN").needText() : sku,
        item.at("Title").text(NAME),
        quantity,
        amount(item, "ItemPrice"),
        amount(item, "PromotionDiscount"),
        tax(tax, taxOnTop),
        LineKind.PRODUCT);
  }

  private static BigDecimal tax(BigDecimal tax, boolean onTop) {
    return !onTop || tax.signum() < 0 ? BigDecimal.ZERO : tax;
  }

  private static BigDecimal amount(Part item, String name) {
    return item.at(name).at("Amount").decimalOrZero();
  }

  private static BigDecimal sum(List<Line> lines) {
    return lines.stream().map(Line::total).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
