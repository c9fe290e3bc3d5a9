package dev.homeport.order.conversion;

import dev.homeport.platform.audit.Audit;
import dev.homeport.platform.idempotency.Idempotent;
import dev.homeport.platform.job.JobView;
import dev.homeport.platform.job.Jobs;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Currency;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Moving past orders to corrected rates. */
@Path("/v1/orders/reconversion")
@Tag(name = "Exchange rates")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermissionsAllowed("rates:write")
class ReconversionResource {
  private final Jobs jobs;
  private final Audit audit;

  ReconversionResource(Jobs jobs, Audit audit) {
    this.jobs = jobs;
    this.audit = audit;
  }

  @POST
  @Idempotent
  @Operation(
      operationId = "reconvertOrders",
      summary = "State past orders anew by the rates of today's knowledge",
      description =
          "A corrected rate does not move past orders by itself. This does: each order and free"
              + " return of the days is converted by the rate of its own day as it is known now."
              + " One for which no rate is known keeps what it has. The job's result counts what"
              + " has changed; doing it again changes nothing.")
  @APIResponse(
      responseCode = "202",
      description = "The job has begun.",
      content =
          @Content(
              schema = @Schema(implementation = JobView.class),
              examples = @ExampleObject(name = "running", value = JobView.EXAMPLE)))
  public Response reconvert(
      @Parameter(description = "The first day, in the tenant's zone.", example = "2026-11-01")
          @QueryParam("from")
          @Nullable LocalDate from,
      @Parameter(description = "The last day, in the tenant's zone.", example = "2026-11-30")
          @QueryParam("to")
          @Nullable LocalDate to,
      @Parameter(
              description = "Only documents in this currency: an ISO 4217 code.",
              example = "GBP",
              schema =
                  @Schema(implementation = String.class, pattern = "^[A-Z]{3}$", maxLength = 3))
          @QueryParam("currency")
          @Nullable Currency currency) {
    var which = new Reconversion.Parameters(from, to, currency);
    JobView job = jobs.submit(Reconversion.KIND, which);
    audit.record("orders.reconversion", "job", job.id(), null, which);
    return jobs.accepted(job);
  }
}
