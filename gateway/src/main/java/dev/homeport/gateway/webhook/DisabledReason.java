package dev.homeport.gateway.webhook;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why nothing is sent to an endpoint. */
@Schema(name = "WebhookDisabledReason")
public enum DisabledReason {
  /** Its owner wanted it so. */
  @JsonProperty("requested")
  REQUESTED,
  /** It answered 410. */
  @JsonProperty("gone")
  GONE,
  /** It has taken nothing for days. */
  @JsonProperty("failing")
  FAILING;

  /** The name in the database and on the wire. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one of that name. */
  public static DisabledReason of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
