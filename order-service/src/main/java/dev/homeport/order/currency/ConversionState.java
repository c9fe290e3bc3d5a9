package dev.homeport.order.currency;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** Whether something is stated in the reporting currency. */
public enum ConversionState {
  @JsonProperty("done")
  DONE,
  /** No reference rate of its day is known yet. */
  @JsonProperty("pending")
  PENDING;

  public static ConversionState of(@Nullable Conversion conversion) {
    return conversion == null ? PENDING : DONE;
  }
}
