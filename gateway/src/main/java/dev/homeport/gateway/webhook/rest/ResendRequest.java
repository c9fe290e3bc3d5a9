package dev.homeport.gateway.webhook.rest;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to be sent again. */
@Schema(name = "WebhookResend", description = "Which finished deliveries are sent again.")
record ResendRequest(
    @Schema(description = "The first moment at which they were taken.") @NotNull Instant from,
    @Schema(description = "The moment before which they were.") @NotNull Instant to,
    @Schema(description = "Whether those that were delivered are left out. Absent: no.")
        @Nullable Boolean onlyFailed) {}
