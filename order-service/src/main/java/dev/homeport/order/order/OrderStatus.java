package dev.homeport.order.order;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How far an order has come, as callers name it. */
public enum OrderStatus {
  @JsonProperty("placed")
  PLACED,
  @JsonProperty("paid")
  PAID,
  @JsonProperty("shipped")
  SHIPPED,
  @JsonProperty("delivered")
  DELIVERED,
  @JsonProperty("cancelled")
  CANCELLED;

  /** The name on the wire and in the database. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
