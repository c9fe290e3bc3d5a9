package dev.homeport.loyalty.replay;

import dev.homeport.platform.audit.Audit;
import dev.homeport.platform.idempotency.Idempotent;
import dev.homeport.platform.job.JobView;
import dev.homeport.platform.job.Jobs;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Proves the ledger by folding the journal again. */
@Path("/v1/loyalty-service/admin/replay")
@Tag(name = "Administration", description = "Proof of the ledger")
@RunOnVirtualThread
class ReplayResource {
  static final String SCOPE = "admin:write";

  private final Jobs jobs;
  private final Audit audit;

  ReplayResource(Jobs jobs, Audit audit) {
    this.jobs = jobs;
    this.audit = audit;
  }

  /** Starts a replay. */
  @POST
  @Idempotent
  @PermissionsAllowed(SCOPE)
  @Operation(
      operationId = "replayLedger",
      summary = "Compare the ledger with its journal",
      description =
          "A job that folds every fact again and compares balances, lots, awards and entries by"
              + " hash. It writes nothing; its result shows the drift, which must be 0.")
  @APIResponse(
      responseCode = "202",
      description = "The job has been accepted.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = JobView.class),
              examples = @ExampleObject(name = "running", value = JobView.EXAMPLE)))
  public Response replay() {
    JobView job = jobs.submit(ReplayJob.KIND, null);
    audit.record("loyalty.replay", "job", job.id(), null, job);
    return jobs.accepted(job);
  }
}
