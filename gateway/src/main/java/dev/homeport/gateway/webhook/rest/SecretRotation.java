package dev.homeport.gateway.webhook.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a secret is replaced. */
@Schema(name = "WebhookSecretRotation", description = "How a secret is replaced.")
record SecretRotation(
    @Schema(
            description =
                "For how many seconds the present secret signs beside the new one; 0 for one that"
                    + " has leaked. Absent: a day.",
            examples = "3600")
        @Min(0)
        @Max(604_800)
        @Nullable Integer overlapSeconds) {}
