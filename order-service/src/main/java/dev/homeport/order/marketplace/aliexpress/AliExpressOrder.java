package dev.homeport.order.marketplace.aliexpress;

import dev.homeport.order.marketplace.Edition;
import dev.homeport.order.marketplace.Effect;
import dev.homeport.order.marketplace.Lines;
import dev.homeport.order.marketplace.Names;
import dev.homeport.order.marketplace.Part;
import dev.homeport.order.marketplace.Terms;
import dev.homeport.order.order.Address;
import dev.homeport.order.order.Buyer;
import dev.homeport.order.order.Line;
import dev.homeport.order.order.LineKind;
import dev.homeport.order.order.OrderStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An order of AliExpress. Its times are US Pacific, daylight saving included. Its amounts are cents
 * with a factor, or a decimal. The buyer is a login name; there is no e-mail address.
 */
final class AliExpressOrder {
  private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");
  private static final int NAME = 300;

  private final Part body;
  private final Terms terms;
  private final String id;

  AliExpressOrder(Part body, Terms terms) {
    this.body = body;
    this.terms = terms;
    Part own = body.at("id");
    this.id = (own.present() ? own : body.at("order_id")).needText();
  }

  List<Effect> effects() {
    var effects = new ArrayList<Effect>();
    Part total = body.at("order_amount");
    OrderStatus status = status();
    Instant created = body.at("gmt_create").needInstant(PACIFIC);
    Instant changed = Objects.requireNonNullElse(body.at("gmt_modified").instant(PACIFIC), created);
    effects.add(
        new Effect.Sale(
            id,
            created,
            Edition.of(changed, status, terms),
            total.object().at("currency_code").currency(terms),
            buyer(),
            lines(),
            amount(total),
            null,
            status,
            new TreeMap<>()));
    if (status != OrderStatus.CANCELLED) {
      refund(changed).ifPresent(effects::add);
    }
    return effects;
  }

  private static BigDecimal amount(Part money) {
    BigDecimal cents = money.at("cent").decimal();
    if (cents == null) {
      return money.at("amount").needDecimal();
    }
    BigDecimal factor = money.at("cent_factor").decimal();
    BigDecimal divisor = factor == null ? BigDecimal.valueOf(100) : factor;
    if (divisor.signum() <= 0) {
      throw money.at("cent_factor").unreadable("no-number", "The factor must be above nought.");
    }
    return cents.divide(divisor);
  }

  /**
   * {@code FINISH} without a payment is an order that ran out or was called off. A dispute, a
   * freeze and a request to cancel say nothing of how far the order has come: the times of payment
   * and sending do.
   */
  private OrderStatus status() {
    boolean paid = body.at("gmt_pay_success").present() || body.at("gmt_pay_time").present();
    boolean sent =
        body.at("gmt_send_goods_time").present() || body.at("logistic_info_list").present();
    return switch (body.at("order_status").needText()) {
      case "PLACE_ORDER_SUCCESS" -> OrderStatus.PLACED;
      case "RISK_CONTROL",
          "WAIT_SELLER_EXAMINE_MONEY",
          "WAIT_SELLER_SEND_GOODS",
          "SELLER_PART_SEND_GOODS" ->
          OrderStatus.PAID;
      case "WAIT_BUYER_ACCEPT_GOODS" -> OrderStatus.SHIPPED;
      case "FUND_PROCESSING" -> OrderStatus.DELIVERED;
      case "FINISH" -> paid ? OrderStatus.DELIVERED : OrderStatus.CANCELLED;
      case "IN_CANCEL", "IN_ISSUE", "IN_FROZEN" -> reached(paid, sent);
      default ->
          throw body.at("order_status")
              .unreadable("status-unknown", "The status is none of those that are documented.");
    };
  }

  private static OrderStatus reached(boolean paid, boolean sent) {
    if (!paid) {
      return OrderStatus.PLACED;
    }
    return sent ? OrderStatus.SHIPPED : OrderStatus.PAID;
  }

  private Buyer buyer() {
    Part info = body.at("buyer_info");
    Part address = body.at("receipt_address");
    Part login = info.at("login_id").present() ? info.at("login_id") : body.at("buyer_login_id");
    Part country = address.at("country").present() ? address.at("country") : info.at("country");
    String name = Names.joined(info.at("first_name").text(NAME), info.at("last_name").text(NAME));
    return new Buyer(
        login.needText(),
        null,
        phone(address),
        name == null ? body.at("buyer_signer_fullname").text(NAME) : name,
        address.present() ? address(address) : null,
        country.country(terms));
  }

  private static @Nullable String phone(Part address) {
    String number = address.at("mobile_no").text(30);
    String code = address.at("phone_country").text(5);
    if (number == null || number.startsWith("+") || code == null) {
      return number;
    }
    return (code.startsWith("+") ? code : "+" + code) + number;
  }

  private static Address address(Part address) {
    String detail = address.at("detail_address").text(NAME);
    return new Address(
        address.at("contact_person").text(NAME),
        detail == null ? address.at("address").text(NAME) : detail,
        address.at("address2").text(NAME),
        address.at("city").text(NAME),
        address.at("province").text(NAME),
        address.at("zip").text(20),
        address.at("country").text(2));
  }

  private List<Line> lines() {
    var lines = new ArrayList<Line>();
    for (Part child : list(body.at("child_order_list"))) {
      Part own = child.at("id").present() ? child.at("id") : child.at("child_id");
      BigDecimal count = child.at("product_count").needDecimal();
      Part price = child.at("product_price");
      String sku = child.at("sku_code").text();
      lines.add(
          new Line(
              Lines.number(own.needText()),
              sku == null ? "product-" + child.at("product_id").needText() : sku,
              child.at("product_name").text(NAME),
              null,
              count,
              amount(price.object()),
              BigDecimal.ZERO,
              BigDecimal.ZERO,
              LineKind.PRODUCT));
    }
    Part freight = body.at("logistics_amount");
    if (freight.present() && amount(freight).signum() > 0) {
      lines.add(
          Lines.other(
              1,
              "shipping",
              null,
              amount(freight),
              BigDecimal.ZERO,
              BigDecimal.ZERO,
              LineKind.SHIPPING));
    }
    return lines;
  }

  /** A list, or an object whose only field is the list, as the XML of the platform turns out. */
  private static List<Part> list(Part part) {
    if (part.node().isObject() && part.node().size() == 1) {
      return part.at(part.node().fieldNames().next()).each();
    }
    return part.each();
  }

  private Optional<Effect> refund(Instant changed) {
    Part refund = body.at("refund_info");
    Part cash = refund.at("refund_cash_amt");
    if (!cash.present() || amount(cash).signum() <= 0) {
      return Optional.empty();
    }
    Instant at = refund.at("refund_time").instant(PACIFIC);
    return Optional.of(
        new Effect.GivenBack(
            id,
            "refund-" + id,
            at == null ? changed : at,
            cash.at("currency_code").currency(terms),
            amount(cash),
            refund.at("refund_reason").text(500),
            List.of()));
  }
}
