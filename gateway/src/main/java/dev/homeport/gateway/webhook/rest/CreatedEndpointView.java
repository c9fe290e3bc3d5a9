package dev.homeport.gateway.webhook.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A new endpoint with its secret. */
@Schema(name = "CreatedWebhookEndpoint", description = "A new endpoint with its secret.")
record CreatedEndpointView(
    @JsonUnwrapped EndpointView endpoint,
    @Schema(
            description = "With which signatures are verified; shown here and never again.",
            examples = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oDazfzcaSEkWk=")
        String secret) {}
