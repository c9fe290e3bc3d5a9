package dev.homeport.analytics.price.rest;

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

/** Taking very many observations in: a stream of lines becomes a job. */
@Path("/v1/price-observation-imports")
@Tag(name = "Prices")
@Consumes({ImportParameters.NDJSON, ImportParameters.CSV})
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ObservationImportsResource {
  private final Jobs jobs;
  private final Audit audit;
  private final CurrentIdentity caller;

  ObservationImportsResource(Jobs jobs, Audit audit, CurrentIdentity caller) {
    this.jobs = jobs;
    this.audit = audit;
    this.caller = caller;
  }

  @POST
  @StreamedBody
  @PermissionsAllowed("analytics:write")
  @Operation(
      operationId = "importPriceObservations",
      summary = "Import prices of competitors",
      description =
          "One observation a line (NDJSON), as `PUT /v1/price-observations` takes it, or CSV"
              + " (RFC 4180): a header, then a row for each observation. Gzip accepted, up to 256"
              + " MiB. A bad line is reported with its number and does not stop the rest. Sending"
              + " the same file again changes nothing. The job's result counts `new`, `revised`,"
              + " `unchanged` and `failed`. Columns: `competitor`, `sku`, `market`, `price`,"
              + " `currency`, `seenAt`, `source`.")
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = ImportParameters.NDJSON,
            schema = @Schema(implementation = ObservationDocument.class),
            examples = @ExampleObject(name = "line", value = ObservationDocument.EXAMPLE)),
        @Content(
            mediaType = ImportParameters.CSV,
            schema = @Schema(implementation = String.class, maxLength = 256 << 20),
            examples = @ExampleObject(name = "rows", value = ObservationColumns.EXAMPLE))
      })
  @APIResponse(
      responseCode = "202",
      description = "The file is stored; the job has begun.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = JobView.class),
              examples = @ExampleObject(name = "running", value = JobView.EXAMPLE)))
  public Response observations(
      @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_ENCODING)
          @Nullable String encoding,
      @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
      InputStream body) {
    return jobs.accepted(
        jobs.submit(
            ObservationImport.KIND,
            ImportParameters.of(false, type, caller.subject()),
            body,
            encoding,
            job -> audit.record("price-observation.import", "job", job.id(), null, null)));
  }
}
