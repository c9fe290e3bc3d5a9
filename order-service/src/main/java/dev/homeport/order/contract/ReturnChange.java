package dev.homeport.order.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What brought a revision of a free return about. */
public enum ReturnChange {
  @JsonProperty("recorded")
  RECORDED,
  @JsonProperty("attached")
  ATTACHED,
  @JsonProperty("detached")
  DETACHED,
  @JsonProperty("reversed")
  REVERSED,
  @JsonProperty("converted")
  CONVERTED,
  @JsonProperty("republished")
  REPUBLISHED
}
