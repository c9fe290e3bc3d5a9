package dev.homeport.gateway.apikey.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How the secret of a key is replaced. */
@Schema(name = "ApiKeyRotation", description = "How the secret of a key is replaced.")
record KeyRotation(
    @Schema(
            description =
                "Whether the previous secret stops at once, for one that has leaked. Absent: no,"
                    + " it works for another 24 hours.")
        @Nullable Boolean endPrevious) {}
