package dev.homeport.gateway.webhook;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a delivery is. */
@Schema(name = "WebhookDeliveryStatus")
public enum DeliveryStatus {
  /** An attempt is to be made, or under way. */
  @JsonProperty("waiting")
  WAITING,
  /** The endpoint took it. */
  @JsonProperty("delivered")
  DELIVERED,
  /** All attempts are spent. */
  @JsonProperty("failed")
  FAILED;

  /** The name in the database and in metrics. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one of that name. */
  public static DeliveryStatus of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  /** As a query parameter is read. */
  public static DeliveryStatus fromString(String code) {
    return java.util.Arrays.stream(values())
        .filter(status -> status.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no status"));
  }
}
