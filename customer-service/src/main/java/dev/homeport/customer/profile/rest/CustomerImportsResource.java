package dev.homeport.customer.profile.rest;

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

/** Taking very many customers in: a stream of lines becomes a job. */
@Path("/v1/customer-imports")
@Tag(name = "Customers")
@Consumes({ImportParameters.NDJSON, ImportParameters.CSV})
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class CustomerImportsResource {
  private final Jobs jobs;
  private final Audit audit;
  private final CurrentIdentity caller;

  CustomerImportsResource(Jobs jobs, Audit audit, CurrentIdentity caller) {
    this.jobs = jobs;
    this.audit = audit;
    this.caller = caller;
  }

  @POST
  @StreamedBody
  @PermissionsAllowed("customers:write")
  @Operation(
      operationId = "importCustomers",
      summary = "Import customers",
      description =
          "One customer a line (NDJSON), or CSV (RFC 4180): a header, then a row for each customer."
              + " Gzip accepted, up to 256 MiB. A bad line is reported with its number and does not"
              + " stop the rest. A line with `channel` and `externalId` is said of the customer that"
              + " this buyer is today, who is made if nobody has heard of the buyer; a buyer who was"
              + " erased is refused with `customer-erased`. Only what a line says is changed; a list"
              + " replaces the whole list, attributes are changed one by one. Sending such lines"
              + " again changes nothing. A line without the two makes a new customer, and a further"
              + " one each time its file is sent. The job's result counts `new`, `revised`,"
              + " `unchanged` and `failed`. Columns, of which an empty cell says nothing: `channel`,"
              + " `externalId`, `fullName`, `givenName`, `familyName`, `email`, `emailVerified`,"
              + " `phone`, `phoneVerified`, `addressName`, `addressLine1`, `addressLine2`,"
              + " `addressCity`, `addressRegion`, `addressPostcode`, `addressCountry`,"
              + " `addressVerified`, `country`, `language`, `timeZone`, `birthMonth`, `birthDay`,"
              + " `birthYear`, `tags` (with `|` between them), and `attributes.` before the code of a"
              + " declared attribute.")
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = ImportParameters.NDJSON,
            schema = @Schema(implementation = CustomerLine.class),
            examples = @ExampleObject(name = "line", value = CustomerExamples.LINE)),
        @Content(
            mediaType = ImportParameters.CSV,
            schema = @Schema(implementation = String.class, maxLength = 256 << 20),
            examples = @ExampleObject(name = "rows", value = CustomerExamples.CSV))
      })
  @APIResponse(
      responseCode = "202",
      description = "The file is stored; the job has begun.",
      content =
          @Content(
              schema = @Schema(implementation = JobView.class),
              examples = @ExampleObject(name = "running", value = JobView.EXAMPLE)))
  public Response customers(
      @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_ENCODING)
          @Nullable String encoding,
      @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
      InputStream body) {
    var parameters = ImportParameters.of(false, type, caller.subject());
    return jobs.accepted(
        jobs.submit(
            CustomerImport.KIND,
            parameters,
            body,
            encoding,
            job -> audit.record("customer.import", "job", job.id(), null, null)));
  }
}
