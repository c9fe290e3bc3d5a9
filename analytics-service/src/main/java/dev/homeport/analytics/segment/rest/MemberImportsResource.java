package dev.homeport.analytics.segment.rest;

import dev.homeport.platform.audit.Audit;
import dev.homeport.platform.http.StreamedBody;
import dev.homeport.platform.job.JobView;
import dev.homeport.platform.job.Jobs;
import dev.homeport.platform.job.document.ImportParameters;
import dev.homeport.platform.security.CurrentIdentity;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Changing lists by files. */
@Path("/v1/segments/{key}/member-imports")
@Tag(name = "Segments")
@Consumes({ImportParameters.NDJSON, ImportParameters.CSV})
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class MemberImportsResource {
  private final Jobs jobs;
  private final Found found;
  private final Audit audit;
  private final CurrentIdentity caller;

  MemberImportsResource(Jobs jobs, Found found, Audit audit, CurrentIdentity caller) {
    this.jobs = jobs;
    this.found = found;
    this.audit = audit;
    this.caller = caller;
  }

  @POST
  @StreamedBody
  @PermissionsAllowed("analytics:write")
  @Operation(
      operationId = "importSegmentMembers",
      summary = "Change a list by a file",
      description =
          "Of a static segment. One customer a line (NDJSON), or CSV with the columns `customerId`"
              + " and, if wanted, `action` (`add` or `remove`). Gzip accepted, up to 256 MiB. A bad"
              + " line is reported with its number and does not stop the rest; sending a file again"
              + " changes nothing. The job's result counts `new` (entered), `revised` (left),"
              + " `unchanged` and `failed`.")
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = ImportParameters.NDJSON,
            schema = @Schema(implementation = MemberChange.class),
            examples = @ExampleObject(name = "line", value = SegmentExamples.LINE)),
        @Content(
            mediaType = ImportParameters.CSV,
            schema = @Schema(implementation = String.class, maxLength = 256 << 20),
            examples = @ExampleObject(name = "rows", value = SegmentExamples.CSV))
      })
  @APIResponse(
      responseCode = "202",
      description = "The file is stored; the job has begun.",
      content =
          @Content(
              schema = @Schema(implementation = JobView.class),
              examples = @ExampleObject(name = "running", value = JobView.EXAMPLE)))
  public Response members(
      @Parameter(description = "The segment.", example = "vip-list")
          @PathParam("key")
          @Size(max = 64)
          String key,
      @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_ENCODING)
          @Nullable String encoding,
      @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
      InputStream body) {
    QuarkusTransaction.requiringNew().run(() -> found.list(key));
    var parameters =
        MemberImportParameters.of(key, ImportParameters.of(false, type, caller.subject()));
    return jobs.accepted(
        jobs.submit(
            MemberImport.KIND,
            parameters,
            body,
            encoding,
            job ->
                audit.record(
                    "segment.import-members", "segment", key, null, Map.of("job", job.id()))));
  }
}
