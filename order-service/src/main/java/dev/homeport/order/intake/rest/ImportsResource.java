package dev.homeport.order.intake.rest;

import dev.homeport.platform.http.StreamedBody;
import dev.homeport.platform.job.JobView;
import dev.homeport.platform.job.Jobs;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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

/** Taking very many orders or returns in: a stream of lines becomes a job. */
@Path("/v1")
@Tag(name = "Order intake")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermissionsAllowed("orders:write")
@Consumes(ImportsResource.NDJSON)
class ImportsResource {
  static final String NDJSON = "application/x-ndjson";

  private static final String HOW =
      " One document a line (NDJSON), gzip accepted, up to 256 MiB. A bad line is reported with its"
          + " number and does not stop the rest. Sending the same file again changes nothing. The"
          + " job's result counts `new`, `revised`, `unchanged`, `ignored` and `failed`.";

  private final Jobs jobs;

  ImportsResource(Jobs jobs) {
    this.jobs = jobs;
  }

  @POST
  @Path("order-imports")
  @StreamedBody
  @Operation(
      operationId = "importOrders",
      summary = "Import orders",
      description = "Order documents as `POST /v1/orders` takes them." + HOW)
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = NDJSON,
              schema = @Schema(implementation = OrderRequest.class),
              examples = @ExampleObject(name = "line", value = Examples.ORDER)))
  @APIResponse(
      responseCode = "202",
      description = "The file is stored; the job has begun.",
      content =
          @Content(
              schema = @Schema(implementation = JobView.class),
              examples = @ExampleObject(name = "running", value = JobView.EXAMPLE)))
  public Response orders(
      @Parameter(description = "History: no campaign, message or webhook goes out for it.")
          @QueryParam("backfill")
          @DefaultValue("false")
          boolean backfill,
      @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_ENCODING)
          @Nullable String encoding,
      InputStream body) {
    return submit(OrderImport.KIND, backfill, encoding, body);
  }

  @POST
  @Path("return-imports")
  @StreamedBody
  @Operation(
      operationId = "importReturns",
      summary = "Import free returns",
      description = "Return documents as `POST /v1/returns` takes them." + HOW)
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = NDJSON,
              schema = @Schema(implementation = ReturnRequest.class),
              examples = @ExampleObject(name = "line", value = Examples.RETURN)))
  @APIResponse(
      responseCode = "202",
      description = "The file is stored; the job has begun.",
      content =
          @Content(
              schema = @Schema(implementation = JobView.class),
              examples = @ExampleObject(name = "running", value = JobView.EXAMPLE)))
  public Response returns(
      @Parameter(description = "History: no campaign, message or webhook goes out for it.")
          @QueryParam("backfill")
          @DefaultValue("false")
          boolean backfill,
      @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_ENCODING)
          @Nullable String encoding,
      InputStream body) {
    return submit(ReturnImport.KIND, backfill, encoding, body);
  }

  private Response submit(
      String kind, boolean backfill, @Nullable String encoding, InputStream body) {
    return jobs.accepted(jobs.submit(kind, new ImportParameters(backfill), body, encoding));
  }
}
