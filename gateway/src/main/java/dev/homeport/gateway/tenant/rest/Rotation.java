package dev.homeport.gateway.tenant.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a secret is replaced. */
@Schema(description = "How a secret is replaced.")
record Rotation(
    @Schema(
            description =
                "Whether the previous secret stops at once, for one that has leaked. Absent: no,"
                    + " it works for another 24 hours.")
        @Nullable Boolean endPrevious) {}
