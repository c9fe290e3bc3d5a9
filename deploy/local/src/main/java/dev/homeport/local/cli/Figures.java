package dev.homeport.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Currency;

/** Numbers as people read them. */
final class Figures {

  private Figures() {}

  static String count(long number) {
    return "%,d".formatted(number);
  }

  /** The amount of a {@code {"amount", "currency"}}, with the currency's own digits. */
  static String amount(JsonNode money) {
    var digits = Currency.getInstance(money.path("currency").asText()).getDefaultFractionDigits();
    return ("%,." + digits + "f").formatted(new BigDecimal(money.path("amount").asText("0")));
  }
}
