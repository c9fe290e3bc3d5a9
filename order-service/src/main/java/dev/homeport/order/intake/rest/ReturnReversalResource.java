package dev.homeport.order.intake.rest;

import dev.homeport.order.intake.ReturnReversal;
import dev.homeport.order.order.OrderChanges;
import dev.homeport.order.order.Reversal;
import dev.homeport.order.order.rest.OrderExamples;
import dev.homeport.order.order.rest.ReversalRequest;
import dev.homeport.order.order.rest.SourceTimes;
import dev.homeport.order.returns.rest.FreeReturnView;
import dev.homeport.order.returns.rest.ReturnExamples;
import dev.homeport.platform.audit.Audit;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.idempotency.Idempotent;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
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
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Taking free returns back that were a mistake. */
@Path("/v1/returns/{id}/reversal")
@Tag(name = "Orders")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermissionsAllowed("orders:write")
class ReturnReversalResource {
  private final ReturnReversal reversals;
  private final OrderChanges changes;
  private final Audit audit;
  private final Clock clock;

  ReturnReversalResource(ReturnReversal reversals, OrderChanges changes, Audit audit, Clock clock) {
    this.reversals = reversals;
    this.changes = changes;
    this.audit = audit;
    this.clock = clock;
  }

  @POST
  @Idempotent
  @Operation(
      operationId = "reverseReturn",
      summary = "Say that a free return was a mistake",
      description =
          "The return stays on record and no longer counts: neither by itself nor on the order to"
              + " which it was attached. Reversing it again changes nothing.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = ReversalRequest.class),
              examples = @ExampleObject(name = "example", value = OrderExamples.REVERSAL)))
  @APIResponse(
      responseCode = "200",
      description = "The return no longer counts.",
      content =
          @Content(
              schema = @Schema(implementation = FreeReturnView.class),
              examples = @ExampleObject(name = "example", value = ReturnExamples.REVERSED)))
  public Response reverse(
      @Parameter(description = "The return.", example = "ret_019ab3de-7a10-7b55-8c21-6f0e4d3c2b1a")
          @PathParam("id")
          @Size(max = 40)
          String id,
      @Valid ReversalRequest request) {
    var reversal =
        new Reversal(
            SourceTimes.past(request.reversedAt(), "/reversedAt", clock),
            request.reason(),
            changes.now());
    ReturnReversal.Reversed reversed =
        reversals
            .reverse(Ids.readPath("ret", id), reversal)
            .orElseThrow(() -> Problem.of(CommonProblem.NOT_FOUND));
    FreeReturnView view = FreeReturnView.from(reversed.back());
    if (reversed.fresh()) {
      audit.record("return.reversal", "return", id, null, view);
    }
    return Response.ok(view).build();
  }
}
