package dev.homeport.order.order.rest;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why and when an order was called off. */
@Schema(name = "CancellationRequest", description = "Why and when an order was called off.")
public record CancellationRequest(
    @Schema(description = "Absent: now.") @Nullable Instant cancelledAt,
    @Schema(examples = "out of stock") @Size(max = Texts.NOTE) @Pattern(regexp = Texts.PLAIN)
        @Nullable String reason) {}
