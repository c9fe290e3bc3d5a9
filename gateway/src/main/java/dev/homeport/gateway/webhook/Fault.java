package dev.homeport.gateway.webhook;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why an attempt did not succeed. */
@Schema(name = "WebhookFault")
public enum Fault {
  /** The answer is not a 2xx. */
  @JsonProperty("status")
  STATUS,
  /** The answer leads elsewhere, which is not followed. */
  @JsonProperty("redirect")
  REDIRECT,
  /** There was no whole answer in time. */
  @JsonProperty("timeout")
  TIMEOUT,
  /** No connection could be had. */
  @JsonProperty("connect")
  CONNECT,
  /** The server's certificate is not good for its name, or there is no TLS. */
  @JsonProperty("tls")
  TLS,
  /** The connection ended before the answer. */
  @JsonProperty("broken-off")
  BROKEN_OFF,
  /** The host has no address. */
  @JsonProperty("host-unknown")
  HOST_UNKNOWN,
  /** The host has an address to which nothing is sent. */
  @JsonProperty("address-refused")
  ADDRESS_REFUSED,
  /** The event is too old to be read any more. */
  @JsonProperty("body-expired")
  BODY_EXPIRED;

  /** The name in the database and on the wire. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The one of that name. */
  public static Fault of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
