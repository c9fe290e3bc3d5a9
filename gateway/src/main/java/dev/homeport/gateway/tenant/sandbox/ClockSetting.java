package dev.homeport.gateway.tenant.sandbox;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The time to which the clock of a sandbox is to be set. */
@Schema(description = "The time to which the clock of a sandbox is to be set.")
record ClockSetting(
    @Schema(
            description =
                "Later than the sandbox's present time, and at most 20 years ahead of the real one."
                    + " The clock runs on from there.",
            examples = "2027-12-27T10:00:00Z")
        @NotNull
        Instant now) {}
