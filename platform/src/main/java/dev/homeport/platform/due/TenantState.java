package dev.homeport.platform.due;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.homeport.platform.tenant.TenantSettings;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A tenant as one service sees it. */
@Schema(description = "A tenant as one service sees it.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record TenantState(
    @Schema(description = "The short name of the tenant.", examples = "acme", maxLength = 31)
        String slug,
    @Schema(description = "Whether it is for trying things out.") boolean sandbox,
    @Schema(description = "The tenant's time; that of a sandbox may run ahead.") Instant now,
    @Schema(description = "How often the sandbox has been emptied.", examples = "0") int epoch,
    @Schema(
            description = "The revision of the settings that this service goes by.",
            examples = "1793527200000000")
        long revision,
    @Schema(
            description =
                "Of a sandbox whose clock was set: the settings up to which everything due is done.",
            examples = "1793527200000000")
        @Nullable Long settledRevision,
    @Schema(
            description =
                "Of a sandbox whose clock was set: the time up to which everything due is done.")
        @Nullable Instant settledUntil) {

  static TenantState of(
      TenantSettings settings, Instant now, Optional<Settlements.Settlement> settlement) {
    return new TenantState(
        settings.slug(),
        settings.sandbox(),
        now,
        settings.epoch(),
        settings.revision(),
        settlement.map(Settlements.Settlement::revision).orElse(null),
        settlement.map(Settlements.Settlement::until).orElse(null));
  }
}
