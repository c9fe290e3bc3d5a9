package dev.homeport.gateway.webhook.rest;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A new secret. */
@Schema(name = "WebhookSecret", description = "A new secret.")
record SecretView(
    @Schema(
            description = "With which signatures are verified; shown here and never again.",
            examples = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oDazfzcaSEkWk=")
        String secret,
    @Schema(description = "Until when the one before it signs too.") Instant previousUntil) {}
