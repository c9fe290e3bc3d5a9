package dev.homeport.order.marketplace;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A body that was taken in, without the body.
 *
 * @param deliveryId the platform's own number, by which it is taken once
 * @param keyDay whose key opens the body
 * @param size of the body in octets
 * @param attempts how often it was mapped
 */
public record Delivery(
    UUID id,
    String channel,
    @Nullable String topic,
    @Nullable String deliveryId,
    Instant receivedAt,
    LocalDate keyDay,
    int size,
    Verdict verdict,
    int attempts,
    Instant settledAt) {}
