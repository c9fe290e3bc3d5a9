package dev.homeport.analytics.price;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;

/** A competitor's price as somebody saw it. */
public record Observation(Key key, BigDecimal price, Currency currency, Instant recordedAt) {

  /**
   * What makes an observation the same one.
   *
   * @param competitor whatever the merchant calls it
   * @param sku the merchant's own, with its case
   * @param source who or what saw it
   */
  public record Key(String competitor, String sku, String market, Instant seenAt, String source) {}
}
