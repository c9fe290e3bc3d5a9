package dev.homeport.order.intake.rest;

import dev.homeport.platform.http.StreamedBody;
import dev.homeport.platform.job.JobView;
import dev.homeport.platform.job.Jobs;
import dev.homeport.platform.job.document.ImportParameters;
import dev.homeport.platform.security.CurrentIdentity;
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
@Consumes({ImportParameters.NDJSON, ImportParameters.CSV})
class ImportsResource {
  private static final String HOW =
      " One document a line (NDJSON), or CSV (RFC 4180): a header, then one row for each line of a"
          + " document, rows of one document following on each other; what is about the document may"
          + " stand on its first row alone. Gzip accepted, up to 256 MiB. A bad document is reported"
          + " with its line and does not stop the rest. Sending the same file again changes nothing."
          + " The job's result counts `new`, `revised`, `unchanged`, `ignored` and `failed`.";
  private static final String BUYER =
      " `buyerExternalId`, `buyerEmail`, `buyerPhone`, `buyerName`, `buyerCountry`, `addressName`,"
          + " `addressLine1`, `addressLine2`, `addressCity`, `addressRegion`, `addressPostcode`,"
          + " `addressCountry`,";

  private final Jobs jobs;
  private final CurrentIdentity caller;

  ImportsResource(Jobs jobs, CurrentIdentity caller) {
    this.jobs = jobs;
    this.caller = caller;
  }

  @POST
  @Path("order-imports")
  @StreamedBody
  @Operation(
      operationId = "importOrders",
      summary = "Import orders",
      description =
          "Order documents as `POST /v1/orders` takes them."
              + HOW
              + " Columns: `channel`, `externalId`, `placedAt`, `revisedAt`, `sourceVersion`,"
              + " `currency`, `status`, `total`,"
              + BUYER
              + " `source`, `medium`, `campaign`, `partnerId`, `coupon`, `referralCode`, `costClass`,"
              + " and of the line `lineNo`, `sku`, `name`, `category`, `quantity`, `unitPrice`,"
              + " `discount`, `tax`, `kind`.")
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = ImportParameters.NDJSON,
            schema = @Schema(implementation = OrderRequest.class),
            examples = @ExampleObject(name = "line", value = Examples.ORDER)),
        @Content(
            mediaType = ImportParameters.CSV,
            schema = @Schema(implementation = String.class, maxLength = 256 << 20),
            examples = @ExampleObject(name = "rows", value = Examples.ORDERS_CSV))
      })
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
      @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
      InputStream body) {
    return submit(Imports.ORDERS, backfill, encoding, type, body);
  }

  @POST
  @Path("return-imports")
  @StreamedBody
  @Operation(
      operationId = "importReturns",
      summary = "Import free returns",
      description =
          "Return documents as `POST /v1/returns` takes them."
              + HOW
              + " Columns: `channel`, `externalId`, `returnedAt`, `currency`, `amount`, `reason`,"
              + " `orderExternalId`,"
              + BUYER
              + " and of the line `lineNo`, `sku`, `name`, `quantity`, `unitPrice`, `kind`.")
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = ImportParameters.NDJSON,
            schema = @Schema(implementation = ReturnRequest.class),
            examples = @ExampleObject(name = "line", value = Examples.RETURN)),
        @Content(
            mediaType = ImportParameters.CSV,
            schema = @Schema(implementation = String.class, maxLength = 256 << 20),
            examples = @ExampleObject(name = "rows", value = Examples.RETURNS_CSV))
      })
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
      @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
      InputStream body) {
    return submit(Imports.RETURNS, backfill, encoding, type, body);
  }

  private Response submit(
      String kind, boolean backfill, @Nullable String encoding, String type, InputStream body) {
    var parameters = ImportParameters.of(backfill, type, caller.subject());
    return jobs.accepted(jobs.submit(kind, parameters, body, encoding));
  }
}
