package dev.homeport.order.order;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What may happen to an order after it was placed, as callers name it. */
public enum StepKind {
  @JsonProperty("payment")
  PAYMENT(OrderStatus.PAID),
  @JsonProperty("shipment")
  SHIPMENT(OrderStatus.SHIPPED),
  @JsonProperty("delivery")
  DELIVERY(OrderStatus.DELIVERED),
  @JsonProperty("cancellation")
  CANCELLATION(OrderStatus.CANCELLED);

  private final OrderStatus reaches;

  StepKind(OrderStatus reaches) {
    this.reaches = reaches;
  }

  /** How far an order has come by it. */
  public OrderStatus reaches() {
    return reaches;
  }

  /** The name on the wire. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
