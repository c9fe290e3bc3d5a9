package dev.homeport.loyalty.migration.rest;

import dev.homeport.platform.audit.Audit;
import dev.homeport.platform.http.StreamedBody;
import dev.homeport.platform.job.JobView;
import dev.homeport.platform.job.Jobs;
import dev.homeport.platform.job.document.ImportParameters;
import dev.homeport.platform.security.CurrentIdentity;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Taking members over from another system: a stream of lines becomes a job. */
@Path("/v1/member-imports")
@Tag(name = "Members", description = "Customers and their points")
@Consumes({ImportParameters.NDJSON, ImportParameters.CSV})
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class MemberImportsResource {
  static final String SCOPE = "loyalty:write";

  private final Jobs jobs;
  private final Audit audit;
  private final CurrentIdentity caller;

  MemberImportsResource(Jobs jobs, Audit audit, CurrentIdentity caller) {
    this.jobs = jobs;
    this.audit = audit;
    this.caller = caller;
  }

  /** Takes members over. */
  @POST
  @StreamedBody
  @PermissionsAllowed(SCOPE)
  @Operation(
      operationId = "importMembers",
      summary = "Take members over from another system",
      description =
          "One member a line (NDJSON), with points by their expiry and a tier, or CSV (RFC 4180): a"
              + " header, then a row for each member and expiry. Gzip accepted, up to 256 MiB. The"
              + " points are in the ledger from now on, under the cause `migration`, in no cap; the"
              + " tier holds until it is looked at. A bad line is reported with its number and does"
              + " not stop the rest. Sending the same file again changes nothing; a line that says"
              + " something else of a member replaces what came before. The job's result counts"
              + " `new`, `revised`, `unchanged` and `failed`. Columns: `channel`, `externalId`,"
              + " `customerId`, `programme`, `points`, `usableFrom`, `expiresAt`, `tier`,"
              + " `tierSince`, `tierUntil`, `tierProgress`.")
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = ImportParameters.NDJSON,
            schema = @Schema(implementation = MemberDocument.class),
            examples = @ExampleObject(name = "line", value = MemberDocument.EXAMPLE)),
        @Content(
            mediaType = ImportParameters.CSV,
            schema = @Schema(implementation = String.class, maxLength = 256 << 20),
            examples = @ExampleObject(name = "rows", value = MemberColumns.EXAMPLE))
      })
  @APIResponse(
      responseCode = "202",
      description = "The file is stored; the job has begun.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = JobView.class),
              examples = @ExampleObject(name = "running", value = JobView.EXAMPLE)))
  public Response members(
      @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_ENCODING)
          @Nullable String encoding,
      @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
      InputStream body) {
    return jobs.accepted(
        jobs.submit(
            MemberImport.KIND,
            ImportParameters.of(false, type, caller.subject()),
            body,
            encoding,
            job -> audit.record("member.import", "job", job.id(), null, null)));
  }
}
