package dev.homeport.analytics.fact;

import java.util.List;

/**
 * What was bought.
 *
 * @param currency ISO 4217 code of the unit prices
 * @param lines the goods; shipping and adjustments are not among them
 */
public record Basket(String currency, List<Line> lines) {

  public Basket {
    lines = List.copyOf(lines);
  }
}
