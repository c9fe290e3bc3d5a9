package dev.homeport.order.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.homeport.order.order.StepKind;

/** What brought a revision of an order about. Consumers go by the state, not by this. */
public enum OrderChange {
  @JsonProperty("placed")
  PLACED,
  @JsonProperty("revised")
  REVISED,
  @JsonProperty("paid")
  PAID,
  @JsonProperty("shipped")
  SHIPPED,
  @JsonProperty("delivered")
  DELIVERED,
  @JsonProperty("cancelled")
  CANCELLED,
  @JsonProperty("returned")
  RETURNED,
  @JsonProperty("return-reversed")
  RETURN_REVERSED,
  @JsonProperty("reassigned")
  REASSIGNED,
  @JsonProperty("converted")
  CONVERTED,
  @JsonProperty("republished")
  REPUBLISHED;

  /** The change that a step is. */
  public static OrderChange of(StepKind step) {
    return switch (step) {
      case PAYMENT -> PAID;
      case SHIPMENT -> SHIPPED;
      case DELIVERY -> DELIVERED;
      case CANCELLATION -> CANCELLED;
    };
  }
}
