package dev.homeport.gateway.apikey;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Whether an API key opens anything. The last two are final. */
public enum KeyStatus {
  @JsonProperty("active")
  ACTIVE,
  @JsonProperty("expired")
  EXPIRED,
  @JsonProperty("revoked")
  REVOKED;

  /** The status of that name in a parameter. */
  public static KeyStatus named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }
}
