package dev.homeport.order.order.rest;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** That an order has arrived. */
@Schema(name = "DeliveryRequest", description = "That an order has arrived.")
public record DeliveryRequest(
    @Schema(description = "Absent: now.") @Nullable Instant deliveredAt) {}
