package dev.homeport.local.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Fills baskets with goods until they cost about what the buyer meant to spend. */
final class Baskets {

  private static final int MOST_LINES = 6;
  private static final int MOST_OF_ONE = 3;
  private static final BigDecimal CHEAPEST = new BigDecimal("3.90");
  private static final BigDecimal TOLERANCE = new BigDecimal("1.10");
  private static final BigDecimal PART = new BigDecimal("0.30");
  private static final BigDecimal FREE_SHIPPING = new BigDecimal("60");
  private static final BigDecimal SHIPPING = new BigDecimal("4.90");
  private static final BigDecimal COUPON = new BigDecimal("0.10");
  private static final double COUPONS = 0.08;

  private final Dice dice;
  private final Catalogue catalogue;

  Baskets(Dice dice, Catalogue catalogue) {
    this.dice = dice;
    this.catalogue = catalogue;
  }

  /** The lines of an order on a channel. */
  List<OrderDocument.Line> fill(Purchase purchase) {
    var tender = purchase.identity().channel().tender();
    var lines = goods(purchase.spend(), tender);
    if (dice.chance(COUPONS)) {
      lines.replaceAll(line -> line.less(tender.share(line.total(), COUPON)));
    }
    if (!purchase.identity().channel().marketplace()
        && purchase.spend().compareTo(FREE_SHIPPING) < 0) {
      lines.add(shipping(lines.size() + 1, tender));
    }
    return lines;
  }

  private List<OrderDocument.Line> goods(BigDecimal spend, Tender tender) {
    var lines = new ArrayList<OrderDocument.Line>();
    var taken = new HashSet<String>();
    var left = spend;
    for (var choice = affordable(left, taken);
        !choice.isEmpty() && lines.size() < MOST_LINES;
        choice = affordable(left, taken)) {
      var product = dice.pick(choice);
      int quantity = quantity(left, product);
      taken.add(product.sku());
      lines.add(
          OrderDocument.Line.goods(
              lines.size() + 1, product, quantity, tender.price(product.euro())));
      left = left.subtract(product.euro().multiply(BigDecimal.valueOf(quantity)));
    }
    return lines;
  }

  /** Rather one thing for most of the money than many small ones; the first in any case. */
  private List<Product> affordable(BigDecimal left, Set<String> taken) {
    var limit = left.multiply(TOLERANCE).max(taken.isEmpty() ? CHEAPEST : BigDecimal.ZERO);
    for (var lowest : List.of(left.multiply(PART), BigDecimal.ZERO)) {
      var found =
          catalogue.between(lowest, limit).stream()
              .filter(product -> !taken.contains(product.sku()))
              .toList();
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  private int quantity(BigDecimal left, Product product) {
    int fitting = left.divide(product.euro(), 0, RoundingMode.DOWN).intValue();
    return dice.between(1, Math.clamp(fitting, 1, MOST_OF_ONE));
  }

  private static OrderDocument.Line shipping(int lineNo, Tender tender) {
    return new OrderDocument.Line(
        lineNo,
        "SHIPPING",
        "Shipping",
        "shipping",
        BigDecimal.ONE,
        tender.price(SHIPPING),
        null,
        "shipping");
  }
}
