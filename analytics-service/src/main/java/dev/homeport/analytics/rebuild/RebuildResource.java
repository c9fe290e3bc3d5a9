package dev.homeport.analytics.rebuild;

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

/** Starts the rebuild. */
@Path("/v1/analytics-service/admin/rebuild")
@Tag(name = "Rebuild", description = "Deriving everything from the facts again.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class RebuildResource {
  private final Jobs jobs;
  private final Audit audit;

  RebuildResource(Jobs jobs, Audit audit) {
    this.jobs = jobs;
    this.audit = audit;
  }

  @POST
  @Idempotent
  @PermissionsAllowed("admin:write")
  @Operation(
      operationId = "rebuildAnalytics",
      summary = "Derive everything again",
      description =
          "A job that derives the values, scores and cut points of all customers from the stored"
              + " facts, while events go on being taken. Needed after the tenant's time zone was"
              + " changed; otherwise its result shows that nothing had to be corrected.")
  @APIResponse(
      responseCode = "202",
      description = "The job.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = JobView.class),
              examples = @ExampleObject(name = "queued", value = QUEUED)))
  public Response rebuild() {
    JobView job = jobs.submit(RebuildJob.KIND, Map.of());
    audit.record("analytics.rebuild", "job", job.id(), null, job);
    return jobs.accepted(job);
  }

  private static final String QUEUED =
      """
      {"id": "job_01928c5e-6f50-7000-8000-000000000001", "kind": "rebuild", "status": "queued",
       "processed": 0, "succeeded": 0, "failed": 0, "createdAt": "2026-11-22T08:00:00Z",
       "errors": {"count": 0,
         "href": "/v1/analytics-service/jobs/job_01928c5e-6f50-7000-8000-000000000001/errors"}}""";
}
