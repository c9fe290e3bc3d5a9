package dev.homeport.gateway.tenant.rest;

import dev.homeport.gateway.tenant.TenantView;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A sandbox that was emptied. */
@Schema(name = "SandboxReset", description = "A sandbox that was emptied.")
record ResetView(
    TenantView tenant,
    @Schema(description = "Services that hold nothing of it any more.") List<String> emptied,
    @Schema(
            description =
                "Services that did not say so in time: they do it as soon as they run again, before"
                    + " they take anything new.")
        List<String> pending) {

  ResetView {
    emptied = List.copyOf(emptied);
    pending = List.copyOf(pending);
  }
}
