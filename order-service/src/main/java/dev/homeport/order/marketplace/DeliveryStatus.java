package dev.homeport.order.marketplace;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Where a body has ended. */
public enum DeliveryStatus {
  @JsonProperty("taken")
  TAKEN,
  @JsonProperty("ignored")
  IGNORED,
  @JsonProperty("quarantined")
  QUARANTINED;

  /** The name on the wire, in the database and in metrics. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
