package dev.homeport.local.demo;

/**
 * What was paid in a month to win customers.
 *
 * @param month as in 2026-11
 * @param channel the acquisition channel
 */
public record Spend(String month, String channel, Amount amount) {

  /** Money. */
  public record Amount(String amount, String currency) {}
}
