package dev.homeport.order.marketplace;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A body as it came in.
 *
 * @param topic what the platform calls the occasion, in small letters
 */
public record Webhook(@Nullable String topic, JsonNode body, Instant receivedAt) {}
