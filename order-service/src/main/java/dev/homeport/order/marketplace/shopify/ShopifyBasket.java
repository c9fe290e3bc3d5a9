package dev.homeport.order.marketplace.shopify;

import dev.homeport.order.marketplace.Lines;
import dev.homeport.order.marketplace.Part;
import dev.homeport.order.marketplace.Terms;
import dev.homeport.order.order.Line;
import dev.homeport.order.order.LineKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an order consists of and costs, in the currency that the buyer was charged in: the
 * presentment money of every {@code _set}, the plain amounts only where shop and buyer have one
 * currency.
 *
 * <p>A line counts as often as was bought: its quantity, less what an edit has taken out. {@code
 * current_quantity} leaves out what came back as well; that is added again from the refunds that
 * paid money back, for a return is told of on its own. After an edit the sum of the lines stands,
 * else {@code total_price}.
 */
final class ShopifyBasket {
  private static final int NAME = 300;
  private static final int TIP = 900;
  private static final int DUTIES = 901;
  private static final int SHIPPING = 1;
  private static final int DECIMALS = 9;

  private final Part body;
  private final List<ShopifyRefund> refunds;
  private final boolean cancelled;
  private final Currency currency;
  private final boolean oneCurrency;
  private final boolean taxesIncluded;
  private final List<Line> lines;
  private boolean edited;

  ShopifyBasket(Part body, Terms terms, List<ShopifyRefund> refunds, boolean cancelled) {
    this.body = body;
    this.refunds = refunds;
    this.cancelled = cancelled;
    Part presented = body.at("presentment_currency");
    this.currency = (presented.present() ? presented : body.at("currency")).currency(terms);
    this.oneCurrency =
        !presented.present()
            || !body.at("currency").present()
            || body.at("currency").currency(terms).equals(currency);
    this.taxesIncluded = body.at("taxes_included").yes();
    this.lines = read();
  }

  Currency currency() {
    return currency;
  }

  List<Line> lines() {
    return lines;
  }

  /** Null where the sum of the lines stands. */
  @Nullable BigDecimal total() {
    BigDecimal total = money(body, "total_price");
    if (lines.isEmpty()) {
      return edited ? BigDecimal.ZERO : total;
    }
    boolean grown =
        present(body, "current_total_price")
            && money(body, "current_total_price").compareTo(total) > 0;
    return edited || grown ? null : total;
  }

  private List<Line> read() {
    var found = new ArrayList<Line>();
    for (Part item : body.at("line_items").each()) {
      product(item, found);
    }
    int number = SHIPPING;
    for (Part shipping : body.at("shipping_lines").each()) {
      found.add(
          Lines.other(
              number++,
              "shipping",
              shipping.at("title").text(NAME),
              money(shipping, "price"),
              allocated(shipping),
              taxes(shipping),
              LineKind.SHIPPING));
    }
    duties(found);
    tip(found);
    return List.copyOf(found);
  }

  private void product(Part item, List<Line> to) {
    String id = item.at("id").needText();
    BigDecimal ordered = item.at("quantity").needDecimal();
    BigDecimal bought = bought(item, id, ordered);
    edited |= bought.compareTo(ordered) != 0;
    if (bought.signum() <= 0) {
      return;
    }
    to.add(
        new Line(
            Lines.number(id),
            sku(item, id),
            item.at("title").text(NAME),
            item.at("product_type").text(128),
            bought,
            money(item, "price"),
            share(allocated(item), bought, ordered),
            share(taxes(item), bought, ordered),
            LineKind.PRODUCT));
  }

  private BigDecimal bought(Part item, String id, BigDecimal ordered) {
    BigDecimal current = item.at("current_quantity").decimal();
    if (cancelled || current == null) {
      return ordered;
    }
    return refunds.stream()
        .map(refund -> refund.quantity(id))
        .reduce(current, BigDecimal::add)
        .min(ordered);
  }

  private static String sku(Part item, String id) {
    String sku = item.at("sku").text();
    if (sku != null) {
      return sku;
    }
    String variant = item.at("variant_id").text();
    return variant == null ? "line-" + id : "variant-" + variant;
  }

  private static BigDecimal share(BigDecimal whole, BigDecimal bought, BigDecimal ordered) {
    return bought.compareTo(ordered) == 0
        ? whole
        : whole.multiply(bought).divide(ordered, DECIMALS, RoundingMode.HALF_UP);
  }

  /**
   * Discounts of all kinds - on the line, by code, automatic - are allocated to what they lower.
   */
  private BigDecimal allocated(Part to) {
    return to.at("discount_allocations").each().stream()
        .map(allocation -> money(allocation, "amount"))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private BigDecimal taxes(Part of) {
    return taxesIncluded ? BigDecimal.ZERO : taxLines(of);
  }

  private BigDecimal taxLines(Part of) {
    return of.at("tax_lines").each().stream()
        .map(tax -> money(tax, "price"))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private void duties(List<Line> to) {
    BigDecimal price = BigDecimal.ZERO;
    BigDecimal tax = BigDecimal.ZERO;
    for (Part item : body.at("line_items").each()) {
      for (Part duty : item.at("duties").each()) {
        Part money = duty.at("presentment_money");
        price =
            price.add(money.present() ? money.at("amount").needDecimal() : money(duty, "price"));
        tax = tax.add(taxLines(duty));
      }
    }
    if (price.signum() > 0) {
      to.add(
          Lines.other(
              DUTIES, "duties", "Duties", price, BigDecimal.ZERO, tax, LineKind.ADJUSTMENT));
    }
  }

  /** A tip that is no line of its own; the shop tells it in its own currency only. */
  private void tip(List<Line> to) {
    BigDecimal tip = body.at("total_tip_received").decimalOrZero();
    boolean asLine =
        body.at("line_items").each().stream().anyMatch(item -> item.at("tip").present());
    if (tip.signum() <= 0 || asLine) {
      return;
    }
    BigDecimal charged =
        oneCurrency
            ? tip
            : money(body, "total_price")
                .subtract(to.stream().map(Line::total).reduce(BigDecimal.ZERO, BigDecimal::add));
    if (charged.signum() > 0) {
      to.add(
          Lines.other(
              TIP, "tip", "Tip", charged, BigDecimal.ZERO, BigDecimal.ZERO, LineKind.ADJUSTMENT));
    }
  }

  private static boolean present(Part of, String name) {
    return of.at(name).present();
  }

  private BigDecimal money(Part of, String name) {
    Part presented = of.at(name + "_set").at("presentment_money").at("amount");
    if (presented.present()) {
      return presented.needDecimal();
    }
    if (!oneCurrency) {
      throw presented.unreadable(
          "amount-missing", "The amount in the currency that the buyer was charged in is missing.");
    }
    return of.at(name).needDecimal();
  }
}
