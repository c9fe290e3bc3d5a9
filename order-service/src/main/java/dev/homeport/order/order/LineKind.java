package dev.homeport.order.order;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a line stands for. */
public enum LineKind {
  @JsonProperty("product")
  PRODUCT,
  @JsonProperty("shipping")
  SHIPPING,
  /** A correction by the seller; the only kind whose price may be negative. */
  @JsonProperty("adjustment")
  ADJUSTMENT
}
