package dev.homeport.loyalty.republish;

import dev.homeport.platform.audit.Audit;
import dev.homeport.platform.idempotency.Idempotent;
import dev.homeport.platform.job.JobView;
import dev.homeport.platform.job.Jobs;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Asks for everything to be published anew. */
@Path("/v1/loyalty-service/admin/republish")
@Tag(name = "Administration", description = "Proof of the ledger")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class RepublishResource {
  private final Jobs jobs;
  private final Audit audit;

  RepublishResource(Jobs jobs, Audit audit) {
    this.jobs = jobs;
    this.audit = audit;
  }

  @POST
  @Idempotent
  @PermissionsAllowed("admin:write")
  @Operation(
      operationId = "republishMembers",
      summary = "Publish how all members stand again",
      description =
          "For a consumer that is new or has lost its data: the points and the tier of every member"
              + " in every programme under its present revision, so that consumers which have it do"
              + " nothing. Changes of tiers are not published again.")
  @APIResponse(
      responseCode = "202",
      description = "The job that does it.",
      content =
          @Content(
              schema = @Schema(implementation = JobView.class),
              examples = @ExampleObject(name = "running", value = JobView.EXAMPLE)))
  public Response republish() {
    JobView job = jobs.submit(Republishing.KIND, Map.of());
    audit.record("loyalty.republish", "job", job.id(), null, null);
    return jobs.accepted(job);
  }
}
