package dev.homeport.gateway.webhook.rest;

import dev.homeport.gateway.webhook.Endpoint;
import dev.homeport.gateway.webhook.EventTypes;
import dev.homeport.gateway.webhook.Ordering;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an owner says of an endpoint. */
@Schema(name = "WebhookEndpointSettings", description = "Where events are sent, and which.")
record EndpointDocument(
    @Schema(
            description =
                "An address in the public internet, with https. Port 443, or one above 1023.",
            examples = "https://shop.example.com/hooks/homeport")
        @NotNull
        @Size(min = 1, max = 2_000)
        @Pattern(regexp = "^[!-~]+$")
        String url,
    @Schema(
            description = "Types, prefixes that end in `.*`, or `*` for all of them.",
            examples = "[\"dev.homeport.order.*\"]")
        @NotNull
        @Size(min = 1, max = 50)
        List<@NotNull @Size(max = 200) @Pattern(regexp = EventTypes.PATTERN) String> eventTypes,
    @Schema(examples = "The shop's order desk") @Size(max = 500) @Nullable String description,
    @Schema(
            description =
                "Whether events are sent. What comes while they are not waits. Absent: yes.")
        @Nullable Boolean enabled,
    @Schema(
            description =
                "`key`: events of one key of a topic go out one after the other, so that an endpoint"
                    + " hears of a thing in the order in which it happened; `none`: each for itself."
                    + " Absent: `key`. A change holds for events from then on.")
        @Nullable Ordering ordering,
    @Schema(description = "Requests under way at once. Absent: 4.", examples = "4") @Min(1) @Max(32)
        @Nullable Integer maxConcurrency) {
  private static final int CONCURRENCY = 4;

  static EndpointDocument of(Endpoint endpoint) {
    return new EndpointDocument(
        endpoint.url(),
        endpoint.eventTypes(),
        endpoint.description(),
        endpoint.disabled() == null,
        endpoint.ordering(),
        endpoint.maxConcurrency());
  }

  Endpoint.Stated stated() {
    return new Endpoint.Stated(
        url,
        eventTypes,
        description,
        Objects.requireNonNullElse(enabled, true),
        Objects.requireNonNullElse(ordering, Ordering.KEY),
        Objects.requireNonNullElse(maxConcurrency, CONCURRENCY));
  }
}
