package dev.homeport.order.republish;

import dev.homeport.platform.audit.Audit;
import dev.homeport.platform.idempotency.Idempotent;
import dev.homeport.platform.job.JobView;
import dev.homeport.platform.job.Jobs;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Publishing again. */
@Path("/v1/order-service/admin/republish")
@Tag(name = "Administration", description = "For those who operate the service.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermissionsAllowed("admin:write")
class RepublishResource {
  private final Jobs jobs;
  private final Audit audit;

  RepublishResource(Jobs jobs, Audit audit) {
    this.jobs = jobs;
    this.audit = audit;
  }

  @POST
  @Idempotent
  @Operation(
      operationId = "republishOrders",
      summary = "Publish orders and returns again",
      description =
          "For a consumer that is new or has lost its data: every order and free return of the"
              + " period as it stands, under its present revision, so that consumers which have it"
              + " do nothing. Buyers are not published again: they are not kept here.")
  @APIResponse(
      responseCode = "202",
      description = "The job has begun.",
      content =
          @Content(
              schema = @Schema(implementation = JobView.class),
              examples = @ExampleObject(name = "running", value = JobView.EXAMPLE)))
  public Response republish(
      @Parameter(description = "Placed or returned at or after.", example = "2026-11-01T00:00:00Z")
          @QueryParam("from")
          @Nullable Instant from,
      @Parameter(description = "Placed or returned before.", example = "2026-12-01T00:00:00Z")
          @QueryParam("to")
          @Nullable Instant to) {
    var period = new Republication.Period(from, to);
    JobView job = jobs.submit(Republication.KIND, period);
    audit.record("order-service.republish", "job", job.id(), null, period);
    return jobs.accepted(job);
  }
}
