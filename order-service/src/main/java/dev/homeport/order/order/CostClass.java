package dev.homeport.order.order;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the buyer was won, as far as it cost money. */
public enum CostClass {
  @JsonProperty("paid")
  PAID,
  @JsonProperty("organic")
  ORGANIC,
  @JsonProperty("referral")
  REFERRAL,
  @JsonProperty("direct")
  DIRECT
}
