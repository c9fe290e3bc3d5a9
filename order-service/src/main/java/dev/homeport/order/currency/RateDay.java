package dev.homeport.order.currency;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/**
 * The rates published on one day.
 *
 * @param perEuro units for one euro, by ISO 4217 code; codes that are not published are absent
 */
public record RateDay(LocalDate day, Map<String, BigDecimal> perEuro) {
  public RateDay {
    perEuro = Map.copyOf(perEuro);
  }
}
