package dev.homeport.order.marketplace.rest;

import dev.homeport.order.marketplace.DeliveryStatus;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which bodies to map again. */
@Schema(name = "IntakeReplay", description = "Which of the bodies that are kept to map again.")
public record ReplayRequest(
    @Schema(description = "Absent: whatever became of them.", examples = "quarantined")
        @Nullable DeliveryStatus status,
    @Schema(description = "Received at or after.") @Nullable Instant from,
    @Schema(description = "Received before.") @Nullable Instant to) {}
