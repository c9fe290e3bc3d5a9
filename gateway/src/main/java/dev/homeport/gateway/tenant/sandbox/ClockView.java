package dev.homeport.gateway.tenant.sandbox;

import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The time of a tenant. */
@Schema(name = "SandboxClock", description = "The time of a tenant.")
record ClockView(
    @Schema(description = "The tenant's time at this moment.", examples = "2027-12-27T10:00:03Z")
        Instant now,
    @Schema(
            description = "How far it is ahead of the real time, as an ISO 8601 duration.",
            examples = "PT9600H",
            maxLength = 40)
        String ahead,
    @Schema(description = "Whether it can be set.") boolean sandbox) {

  static ClockView of(Instant now, Duration ahead, boolean sandbox) {
    return new ClockView(now, ahead.toString(), sandbox);
  }
}
