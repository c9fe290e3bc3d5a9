package dev.homeport.gateway.tenant.sandbox;

import dev.homeport.platform.job.JobView;
import dev.homeport.platform.job.Jobs;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The clock of the caller's tenant. */
@Path("/v1/sandbox/clock")
@Tag(name = "Sandbox", description = "What only a sandbox can do.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class SandboxClockResource {
  private final SandboxClock clock;
  private final Jobs jobs;

  SandboxClockResource(SandboxClock clock, Jobs jobs) {
    this.clock = clock;
    this.jobs = jobs;
  }

  @GET
  @PermissionsAllowed("admin:read")
  @Operation(
      operationId = "getSandboxClock",
      summary = "Read your tenant's clock",
      description = "The real time, unless the tenant is a sandbox whose clock was set.")
  @APIResponse(
      responseCode = "200",
      description = "The time",
      content =
          @Content(
              schema = @Schema(implementation = ClockView.class),
              examples = @ExampleObject(name = "ahead", value = CLOCK)))
  public ClockView get() {
    return clock.read();
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @PermissionsAllowed(ClockMoveJob.SCOPE)
  @Operation(
      operationId = "setSandboxClock",
      summary = "Set your sandbox's clock",
      description =
          "Moves the clock of every service for this tenant forward, and starts a job that is done"
              + " when each of them has first taken the events that were on their way, and then done"
              + " all that falls due up to the new time, in order. A live tenant refuses it. To go"
              + " back, have the sandbox emptied.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = ClockSetting.class),
              examples = @ExampleObject(name = "next-year", value = SETTING)))
  @APIResponse(
      responseCode = "202",
      description = "The clock is set, and this job says when everybody has followed",
      headers = @Header(name = "Location", description = "Where to look at the job."),
      content =
          @Content(
              schema = @Schema(implementation = JobView.class),
              examples = @ExampleObject(name = "queued", value = QUEUED)))
  public Response set(@Valid @NotNull ClockSetting setting) {
    return jobs.accepted(clock.set(setting.now()));
  }

  private static final String SETTING =
      """
      {"now": "2028-01-01T00:00:00Z"}""";

  private static final String CLOCK =
      """
      {"now": "2028-01-01T00:00:03Z", "ahead": "PT9600H3S", "sandbox": true}""";

  private static final String QUEUED =
      """
      {"id": "job_01928c5e-6f50-7000-8000-000000000001", "kind": "sandbox-clock",
       "status": "queued", "processed": 0, "succeeded": 0, "failed": 0,
       "createdAt": "2026-11-22T08:00:00Z", "errors": {"count": 0,
         "href": "/v1/gateway/jobs/job_01928c5e-6f50-7000-8000-000000000001/errors"}}""";
}
