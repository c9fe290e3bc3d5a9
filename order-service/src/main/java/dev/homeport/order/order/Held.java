package dev.homeport.order.order;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a reported return does not count on its order. It does as soon as the reason has gone. */
public enum Held {
  @JsonProperty("reversed")
  REVERSED,
  @JsonProperty("order-not-paid")
  ORDER_NOT_PAID,
  @JsonProperty("order-cancelled")
  ORDER_CANCELLED,
  @JsonProperty("other-currency")
  OTHER_CURRENCY,
  @JsonProperty("number-taken")
  NUMBER_TAKEN,
  @JsonProperty("no-such-line")
  NO_SUCH_LINE,
  @JsonProperty("quantity-exceeds-line")
  QUANTITY_EXCEEDS_LINE,
  @JsonProperty("amount-exceeds-order")
  AMOUNT_EXCEEDS_ORDER
}
