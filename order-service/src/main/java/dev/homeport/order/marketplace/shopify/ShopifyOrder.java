package dev.homeport.order.marketplace.shopify;

import dev.homeport.order.marketplace.Edition;
import dev.homeport.order.marketplace.Effect;
import dev.homeport.order.marketplace.Part;
import dev.homeport.order.marketplace.Terms;
import dev.homeport.order.order.Address;
import dev.homeport.order.order.Attribution;
import dev.homeport.order.order.Buyer;
import dev.homeport.order.order.OrderStatus;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An order (shopify.dev, REST Admin API, "Order"). */
final class ShopifyOrder {
  private static final int NAME = 300;

  private final Part body;
  private final Terms terms;
  private final String id;
  private final List<ShopifyRefund> refunds;

  ShopifyOrder(Part body, Terms terms) {
    this.body = body;
    this.terms = terms;
    this.id = body.at("id").needText();
    this.refunds =
        body.at("refunds").each().stream()
            .map(ShopifyRefund::new)
            .filter(ShopifyRefund::hasMoney)
            .toList();
  }

  Effect.Sale sale() {
    Instant created = body.at("created_at").needInstant(ZoneOffset.UTC);
    Instant placed =
        Objects.requireNonNullElse(body.at("processed_at").instant(ZoneOffset.UTC), created);
    Instant updated =
        Objects.requireNonNullElse(body.at("updated_at").instant(ZoneOffset.UTC), created);
    OrderStatus status = status();
    var basket = new ShopifyBasket(body, terms, refunds, status == OrderStatus.CANCELLED);
    return new Effect.Sale(
        id,
        placed,
        Edition.of(updated, status, terms),
        basket.currency(),
        buyer(),
        basket.lines(),
        basket.total(),
        attribution(),
        status,
        attributes());
  }

  List<Effect.GivenBack> returns() {
    return refunds.stream().map(refund -> refund.givenBack(id, terms)).toList();
  }

  private OrderStatus status() {
    if (body.at("cancelled_at").present()) {
      return OrderStatus.CANCELLED;
    }
    if ("fulfilled".equals(body.at("fulfillment_status").text())) {
      return delivered() ? OrderStatus.DELIVERED : OrderStatus.SHIPPED;
    }
    String payment = body.at("financial_status").text();
    return payment != null && List.of("paid", "partially_refunded", "refunded").contains(payment)
        ? OrderStatus.PAID
        : OrderStatus.PLACED;
  }

  private boolean delivered() {
    List<Part> sent =
        body.at("fulfillments").each().stream()
            .filter(one -> "success".equals(one.at("status").text()))
            .toList();
    return !sent.isEmpty()
        && sent.stream().allMatch(one -> "delivered".equals(one.at("shipment_status").text()));
  }

  private Buyer buyer() {
    Part customer = body.at("customer");
    Part shipping = body.at("shipping_address");
    Part billing = body.at("billing_address");
    Part address = shipping.present() ? shipping : billing;
    return new Buyer(
        customer.at("id").text(),
        first(320, body.at("email"), body.at("contact_email"), customer.at("email")),
        first(40, body.at("phone"), customer.at("phone"), address.at("phone")),
        name(customer, address),
        address.present() ? address(address) : null,
        address.at("country_code").country(terms));
  }

  private static @Nullable String first(int longest, Part... parts) {
    return Stream.of(parts)
        .map(part -> part.text(longest))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String name(Part customer, Part address) {
    String joined =
        Stream.of(customer.at("first_name").text(NAME / 2), customer.at("last_name").text(NAME / 2))
            .filter(Objects::nonNull)
            .reduce((a, b) -> a + " " + b)
            .orElse(null);
    return joined == null ? address.at("name").text(NAME) : joined;
  }

  private static Address address(Part address) {
    return new Address(
        address.at("name").text(NAME),
        address.at("address1").text(NAME),
        address.at("address2").text(NAME),
        address.at("city").text(NAME),
        address.at("province").text(NAME),
        address.at("zip").text(20),
        address.at("country_code").text(2));
  }

  private @Nullable Attribution attribution() {
    List<Part> codes = body.at("discount_codes").each();
    String coupon = codes.isEmpty() ? null : codes.getFirst().at("code").text(128);
    return coupon == null ? null : new Attribution(null, null, null, null, coupon, null, null);
  }

  private SortedMap<String, String> attributes() {
    var attributes = new TreeMap<String, String>();
    String name = body.at("name").text(500);
    if (name != null) {
      attributes.put("orderName", name);
    }
    String source = body.at("source_name").text(500);
    if (source != null) {
      attributes.put("sourceName", source);
    }
    return attributes;
  }
}
