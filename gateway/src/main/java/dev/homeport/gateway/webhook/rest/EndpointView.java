package dev.homeport.gateway.webhook.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.homeport.gateway.webhook.DisabledReason;
import dev.homeport.gateway.webhook.Endpoint;
import dev.homeport.gateway.webhook.Ordering;
import dev.homeport.platform.id.Ids;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An endpoint as its owner sees it, without its secret. */
@Schema(name = "WebhookEndpoint", description = "Where events are sent, without its secret.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record EndpointView(
    @Schema(examples = "whe_0198c0de-6f0a-7c11-9d7b-2f4a5b6c7d8e") String id,
    @Schema(examples = "https://shop.example.com/hooks/homeport") String url,
    @Schema(
            description = "What it asks for: types, prefixes that end in `.*`, or `*`.",
            examples = "[\"dev.homeport.order.*\"]")
        List<String> eventTypes,
    @Schema(examples = "The shop's order desk") @Nullable String description,
    @Schema(description = "Whether events are sent to it.") boolean enabled,
    @Schema(description = "Why and since when they are not.") @Nullable DisabledView disabled,
    Ordering ordering,
    @Schema(description = "Requests under way at once.", examples = "4") int maxConcurrency,
    Instant createdAt,
    Instant updatedAt) {

  /** Why nothing is sent. */
  @Schema(name = "WebhookEndpointDisabled", description = "Why nothing is sent to an endpoint.")
  record DisabledView(
      @Schema(
              description =
                  "`requested`: its owner wanted it so; `gone`: it answered 410; `failing`: it has"
                      + " taken nothing for days.")
          DisabledReason reason,
      Instant since) {}

  static EndpointView from(Endpoint endpoint) {
    Endpoint.Disabled disabled = endpoint.disabled();
    return new EndpointView(
        Ids.show(Endpoint.PREFIX, endpoint.id()),
        endpoint.url(),
        endpoint.eventTypes(),
        endpoint.description(),
        disabled == null,
        disabled == null ? null : new DisabledView(disabled.reason(), disabled.since()),
        endpoint.ordering(),
        endpoint.maxConcurrency(),
        endpoint.createdAt(),
        endpoint.updatedAt());
  }
}
