package dev.homeport.order.order.rest;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** That and by whom an order was sent. */
@Schema(name = "ShipmentRequest", description = "That and by whom an order was sent.")
public record ShipmentRequest(
    @Schema(description = "Absent: now.") @Nullable Instant shippedAt,
    @Schema(examples = "DHL") @Size(max = 64) @Pattern(regexp = Texts.PLAIN)
        @Nullable String carrier,
    @Schema(examples = "00340434161094042557") @Size(max = 128) @Pattern(regexp = Texts.PLAIN)
        @Nullable String trackingNumber) {}
