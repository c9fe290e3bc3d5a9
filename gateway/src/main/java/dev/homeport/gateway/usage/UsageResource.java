package dev.homeport.gateway.usage;

import dev.homeport.platform.tenant.CurrentTenant;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The requests of the caller's tenant. */
@Path("/v1/usage")
@Tag(name = "Usage", description = "How much you ask for, and how much you may.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class UsageResource {
  static final String EXAMPLE =
      """
      {"plan":"standard","months":[{"month":"2026-11","requests":81214,"limit":1000000,
       "remaining":918786,"resetsAt":"2026-12-01T00:00:00Z",
       "days":[{"day":"2026-11-26","requests":40111},{"day":"2026-11-27","requests":41103}]}]}""";

  private final UsageReport report;
  private final CurrentTenant tenant;

  UsageResource(UsageReport report, CurrentTenant tenant) {
    this.report = report;
    this.tenant = tenant;
  }

  @GET
  @PermissionsAllowed("usage:read")
  @Operation(
      operationId = "getUsage",
      summary = "Read your usage",
      description =
          "Requests by calendar month and day of UTC, a second or so behind. Every request with your"
              + " credentials counts once that was let through, an import too; not what is answered"
              + " 429 or 5xx, and not this one, which is also answered when the month is used up.")
  @APIResponse(
      responseCode = "200",
      description = "The usage",
      content =
          @Content(
              schema = @Schema(implementation = UsageView.class),
              examples = @ExampleObject(name = "november", value = EXAMPLE)))
  public UsageView get() {
    return report.of(tenant.id(), tenant.settings().plan());
  }
}
