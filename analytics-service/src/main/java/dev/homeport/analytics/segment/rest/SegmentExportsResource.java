package dev.homeport.analytics.segment.rest;

import dev.homeport.platform.idempotency.Idempotent;
import dev.homeport.platform.job.JobView;
import dev.homeport.platform.job.Jobs;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Writing members into files. */
@Path("/v1/segments/{key}/exports")
@Tag(name = "Segments")
@RunOnVirtualThread
class SegmentExportsResource {
  private final Jobs jobs;
  private final Found found;

  SegmentExportsResource(Jobs jobs, Found found) {
    this.jobs = jobs;
    this.found = found;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Idempotent
  @PermissionsAllowed("analytics:read")
  @Operation(
      operationId = "exportSegment",
      summary = "Write the members into a file",
      description =
          "A job; its result names the file in `href`, how many members are in it, and until when it"
              + " is kept: seven days.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = ExportRequest.class),
              examples = @ExampleObject(name = "csv", value = SegmentExamples.EXPORT)))
  @APIResponse(
      responseCode = "202",
      description = "The job.",
      content =
          @Content(
              schema = @Schema(implementation = JobView.class),
              examples = @ExampleObject(name = "queued", value = SegmentExamples.EXPORT_JOB)))
  public Response export(
      @Parameter(description = "The segment.", example = "quiet-champions")
          @PathParam("key")
          @Size(max = 64)
          String key,
      @Valid ExportRequest request) {
    found.segment(key);
    return jobs.accepted(jobs.submit(ExportJob.KIND, new ExportJob.Asked(key, request.format())));
  }
}
