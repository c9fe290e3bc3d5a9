package dev.homeport.order.order.rest;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** That a return was a mistake. */
@Schema(name = "ReturnReversalRequest", description = "That a return was a mistake.")
public record ReversalRequest(
    @Schema(description = "Absent: now.") @Nullable Instant reversedAt,
    @Schema(examples = "booked twice") @Size(max = Texts.NOTE) @Pattern(regexp = Texts.PLAIN)
        @Nullable String reason) {}
