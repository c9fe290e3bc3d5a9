package dev.homeport.order.channel;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What kind of platform a channel is on. */
public enum ChannelKind {
  @JsonProperty("shopify")
  SHOPIFY,
  @JsonProperty("woocommerce")
  WOOCOMMERCE,
  @JsonProperty("aliexpress")
  ALIEXPRESS,
  @JsonProperty("amazon")
  AMAZON,
  @JsonProperty("ebay")
  EBAY,
  @JsonProperty("generic")
  GENERIC;

  /** The name on the wire, in the database and in metrics. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
