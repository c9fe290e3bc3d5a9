package dev.homeport.order.intake.rest;

import dev.homeport.order.intake.ReturnIntake;
import dev.homeport.order.intake.ReturnOutcome;
import dev.homeport.order.returns.rest.FreeReturnView;
import dev.homeport.order.returns.rest.ReturnExamples;
import dev.homeport.platform.idempotency.Idempotent;
import dev.homeport.platform.problem.Problem;
import dev.homeport.platform.tenant.CurrentTenant;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Taking single free returns in. */
@Path("/v1/returns")
@Tag(name = "Order intake")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermissionsAllowed("orders:write")
class ReturnIntakeResource {
  private final Documents documents;
  private final ReturnIntake intake;
  private final CurrentTenant tenant;

  ReturnIntakeResource(Documents documents, ReturnIntake intake, CurrentTenant tenant) {
    this.documents = documents;
    this.intake = intake;
    this.tenant = tenant;
  }

  @POST
  @Idempotent(required = true)
  @Operation(
      operationId = "recordReturn",
      summary = "Report goods that came back without a known order",
      description =
          "A free return of the buyer. `channel` and `externalId` are the natural key: the same"
              + " content again answers 200. Returns of a known order's lines belong to"
              + " `POST /v1/orders/{id}/returns`. Needs an `Idempotency-Key`.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = ReturnRequest.class),
              examples = @ExampleObject(name = "return", value = Examples.RETURN)))
  @APIResponse(
      responseCode = "201",
      description = "The return is recorded.",
      content =
          @Content(
              schema = @Schema(implementation = FreeReturnView.class),
              examples = @ExampleObject(name = "return", value = ReturnExamples.RETURN)))
  @APIResponse(
      responseCode = "200",
      description = "The return was recorded before.",
      content =
          @Content(
              schema = @Schema(implementation = FreeReturnView.class),
              examples = @ExampleObject(name = "return", value = ReturnExamples.RETURN)))
  public Response record(@Valid ReturnRequest request) {
    ReturnOutcome outcome =
        intake.accept(List.of(documents.freeReturn(request)), tenant.settings()).getFirst();
    Optional<Problem> refusal = Refusals.of(outcome);
    if (refusal.isPresent()) {
      throw refusal.get();
    }
    FreeReturnView view = FreeReturnView.from(outcome.back());
    return outcome instanceof ReturnOutcome.Recorded
        ? Response.created(URI.create("/v1/returns/" + view.id())).entity(view).build()
        : Response.ok(view).build();
  }
}
