package dev.homeport.order.order.rest;

import dev.homeport.order.order.LineReturn;
import dev.homeport.order.order.Order;
import dev.homeport.order.order.OrderChanges;
import dev.homeport.order.order.OrderProblem;
import dev.homeport.order.order.OrderState;
import dev.homeport.order.order.ReturnDecision;
import dev.homeport.order.order.Reversal;
import dev.homeport.order.order.ReversalDecision;
import dev.homeport.platform.audit.Audit;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.idempotency.Idempotent;
import dev.homeport.platform.money.Decimal;
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
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Goods of an order that came back. */
@Path("/v1/orders/{id}/returns")
@Tag(name = "Orders")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermissionsAllowed("orders:write")
class OrderReturnsResource {
  private final OrderChanges changes;
  private final Audit audit;
  private final Clock clock;

  OrderReturnsResource(OrderChanges changes, Audit audit, Clock clock) {
    this.changes = changes;
    this.audit = audit;
    this.clock = clock;
  }

  @POST
  @Idempotent(required = true)
  @Operation(
      operationId = "recordOrderReturn",
      summary = "Report that goods of an order came back",
      description =
          "By line and quantity, with what was refunded. Several for one order; never more than"
              + " was bought. The same `externalId` with the same content answers 200.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = LineReturnRequest.class),
              examples = @ExampleObject(name = "example", value = OrderExamples.RETURN)))
  @APIResponse(
      responseCode = "201",
      description = "The return is recorded.",
      content =
          @Content(
              schema = @Schema(implementation = LineReturnView.class),
              examples = @ExampleObject(name = "example", value = OrderExamples.RETURN_RECORDED)))
  @APIResponse(
      responseCode = "200",
      description = "The return was recorded before.",
      content =
          @Content(
              schema = @Schema(implementation = LineReturnView.class),
              examples = @ExampleObject(name = "example", value = OrderExamples.RETURN_RECORDED)))
  public Response giveBack(
      @Parameter(description = "The order.", example = "ord_019ab3de-51d0-7c1e-9a3b-0d7a5e6f1b2c")
          @PathParam("id")
          @Size(max = 40)
          String id,
      @Valid LineReturnRequest request) {
    UUID orderId = Ids.readPath("ord", id);
    var _ = SourceTimes.past(request.returnedAt(), "/returnedAt", clock);
    ReturnDecision decision =
        changes
            .giveBack(orderId, request.toReturn(Ids.next()))
            .orElseThrow(() -> Problem.of(CommonProblem.NOT_FOUND));
    return switch (decision) {
      case ReturnDecision.Recorded(Order order, LineReturn back) -> {
        LineReturnView view = LineReturnView.from(order, back);
        audit.record("order.return", "order", id, null, view);
        yield Response.created(URI.create("/v1/orders/" + id)).entity(view).build();
      }
      case ReturnDecision.Known(Order order, LineReturn back) ->
          Response.ok(LineReturnView.from(order, back)).build();
      case ReturnDecision.Conflict _ ->
          throw Problem.of(OrderProblem.RETURN_CONFLICT)
              .at("/externalId", "names a return of this order with other content");
      case ReturnDecision.NotReturnable(OrderState state) ->
          throw OrderStepsResource.illegal(state);
      case ReturnDecision.NoSuchLine(int index, int _) ->
          throw Problem.of(CommonProblem.VALIDATION_FAILED, "The order has no such line.")
              .at("/lines/" + index + "/lineNo", "is no line of the order");
      case ReturnDecision.TooMany(int index, int _, var left) ->
          throw Problem.of(OrderProblem.RETURN_EXCEEDS_ORDER)
              .at("/lines/" + index + "/quantity", "at most " + Decimal.text(left) + " is left");
      case ReturnDecision.TooMuch(var left) ->
          throw Problem.of(OrderProblem.RETURN_EXCEEDS_ORDER)
              .at("/amount", "at most " + Decimal.text(left) + " is left");
    };
  }

  @POST
  @Path("{returnId}/reversal")
  @Idempotent
  @Operation(
      operationId = "reverseOrderReturn",
      summary = "Say that a return of an order was a mistake",
      description =
          "The return stays on record and no longer counts; one that was held because too much had"
              + " come back may count instead. Reversing it again changes nothing.")
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
              schema = @Schema(implementation = LineReturnView.class),
              examples = @ExampleObject(name = "example", value = OrderExamples.RETURN_REVERSED)))
  public Response reverse(
      @Parameter(description = "The order.", example = "ord_019ab3de-51d0-7c1e-9a3b-0d7a5e6f1b2c")
          @PathParam("id")
          @Size(max = 40)
          String id,
      @Parameter(description = "The return.", example = "ret_019ab3de-7a10-7b55-8c21-6f0e4d3c2b1a")
          @PathParam("returnId")
          @Size(max = 40)
          String returnId,
      @Valid ReversalRequest request) {
    var reversal =
        new Reversal(
            SourceTimes.past(request.reversedAt(), "/reversedAt", clock),
            request.reason(),
            changes.now());
    ReversalDecision decision =
        changes
            .reverse(Ids.readPath("ord", id), Ids.readPath("ret", returnId), reversal)
            .orElseThrow(() -> Problem.of(CommonProblem.NOT_FOUND));
    LineReturnView reversed =
        switch (decision) {
          case ReversalDecision.Reversed(Order order, LineReturn back) -> {
            LineReturnView view = LineReturnView.from(order, back);
            audit.record("order.return-reversal", "order", id, null, view);
            yield view;
          }
          case ReversalDecision.Already(Order order, LineReturn back) ->
              LineReturnView.from(order, back);
          case ReversalDecision.NoSuchReturn _ -> throw Problem.of(CommonProblem.NOT_FOUND);
        };
    return Response.ok(reversed).build();
  }
}
