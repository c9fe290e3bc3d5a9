package dev.homeport.local.demo;

import java.math.BigDecimal;

/**
 * Something in the catalogue.
 *
 * @param euro what it costs in Germany; other price tags follow from it
 */
record Product(String sku, String name, String category, BigDecimal euro) {

  /** How likely an order that begins with it comes back, at least in part. */
  double returned() {
    return switch (category) {
      case "fashion" -> 0.20;
      case "electronics" -> 0.09;
      default -> 0.05;
    };
  }
}
