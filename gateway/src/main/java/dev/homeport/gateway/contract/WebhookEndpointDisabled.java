package dev.homeport.gateway.contract;

import java.time.Instant;
import java.util.UUID;

/**
 * What a tenant's other webhook endpoints are told of one that is no longer served. It is on no
 * topic.
 *
 * @param url where it was
 * @param reason {@code failing}: it has taken nothing for days; {@code gone}: it answered 410
 */
public record WebhookEndpointDisabled(
    UUID endpointId, String url, String reason, Instant disabledAt) {

  /** The CloudEvents type. */
  public static final String TYPE = "dev.homeport.gateway.webhook-endpoint-disabled.v1";
}
