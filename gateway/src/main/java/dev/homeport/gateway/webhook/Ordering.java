package dev.homeport.gateway.webhook;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What waits for what at an endpoint. */
@Schema(name = "WebhookOrdering")
public enum Ordering {
  /** Events of one key of a topic go out one after the other, in the order of the topic. */
  @JsonProperty("key")
  KEY,
  /** Every event goes out for itself. */
  @JsonProperty("none")
  NONE;

  /** The name in the database. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one of that name. */
  public static Ordering of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
