package dev.homeport.order.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What brought a revision of an order about. Consumers go by the state, not by this. */
public enum OrderChange {
  @JsonProperty("placed")
  PLACED,
  @JsonProperty("revised")
  REVISED,
  @JsonProperty("cancelled")
  CANCELLED,
  @JsonProperty("returned")
  RETURNED,
  @JsonProperty("converted")
  CONVERTED,
  @JsonProperty("republished")
  REPUBLISHED
}
