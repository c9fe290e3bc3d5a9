package dev.homeport.order.order.rest;

import dev.homeport.order.order.Order;
import dev.homeport.order.order.OrderChanges;
import dev.homeport.order.order.OrderProblem;
import dev.homeport.order.order.OrderState;
import dev.homeport.order.order.Step;
import dev.homeport.order.order.StepDecision;
import dev.homeport.order.order.StepKind;
import dev.homeport.platform.audit.Audit;
import dev.homeport.platform.http.ETags;
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
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The steps of an order after it was placed. */
@Path("/v1/orders/{id}")
@Tag(name = "Orders")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermissionsAllowed("orders:write")
class OrderStepsResource {
  private final OrderChanges changes;
  private final Audit audit;
  private final Clock clock;

  OrderStepsResource(OrderChanges changes, Audit audit, Clock clock) {
    this.changes = changes;
    this.audit = audit;
    this.clock = clock;
  }

  @POST
  @Path("payment")
  @Idempotent
  @Operation(
      operationId = "recordPayment",
      summary = "Report that an order was paid",
      description =
          "Possible while the order is `placed`."
              + " With an earlier time it may also be told after the step that follows it, if it was"
              + " not told before. The same step again changes nothing.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = PaymentRequest.class),
              examples = @ExampleObject(name = "example", value = OrderExamples.PAYMENT)))
  @APIResponse(
      responseCode = "200",
      description = "The order with the payment.",
      content =
          @Content(
              schema = @Schema(implementation = OrderView.class),
              examples = @ExampleObject(name = "example", value = OrderExamples.ORDER)))
  public Response pay(
      @Parameter(description = "The order.", example = "ord_019ab3de-51d0-7c1e-9a3b-0d7a5e6f1b2c")
          @PathParam("id")
          @Size(max = 40)
          String id,
      @Valid PaymentRequest request) {
    Instant at = SourceTimes.past(request.paidAt(), "/paidAt", clock);
    return step(
        id, new Step(StepKind.PAYMENT, at, request.method(), null, null, null, changes.now()));
  }

  @POST
  @Path("shipment")
  @Idempotent
  @Operation(
      operationId = "recordShipment",
      summary = "Report that an order was sent",
      description =
          "Possible while the order is `placed` or `paid`; a payment that was not told counts as"
              + " made by then."
              + " With an earlier time it may also be told after the step that follows it, if it was"
              + " not told before. The same step again changes nothing.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = ShipmentRequest.class),
              examples = @ExampleObject(name = "example", value = OrderExamples.SHIPMENT)))
  @APIResponse(
      responseCode = "200",
      description = "The order with the shipment.",
      content =
          @Content(
              schema = @Schema(implementation = OrderView.class),
              examples = @ExampleObject(name = "example", value = OrderExamples.SHIPPED)))
  public Response ship(
      @Parameter(description = "The order.", example = "ord_019ab3de-51d0-7c1e-9a3b-0d7a5e6f1b2c")
          @PathParam("id")
          @Size(max = 40)
          String id,
      @Valid ShipmentRequest request) {
    Instant at = SourceTimes.past(request.shippedAt(), "/shippedAt", clock);
    return step(
        id,
        new Step(
            StepKind.SHIPMENT,
            at,
            null,
            request.carrier(),
            request.trackingNumber(),
            null,
            changes.now()));
  }

  @POST
  @Path("delivery")
  @Idempotent
  @Operation(
      operationId = "recordDelivery",
      summary = "Report that an order has arrived",
      description =
          "Possible until the order is `delivered` or `cancelled`; steps that were not told count"
              + " as done by then. The same step again changes nothing.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = DeliveryRequest.class),
              examples = @ExampleObject(name = "example", value = OrderExamples.DELIVERY)))
  @APIResponse(
      responseCode = "200",
      description = "The order with the delivery.",
      content =
          @Content(
              schema = @Schema(implementation = OrderView.class),
              examples = @ExampleObject(name = "example", value = OrderExamples.DELIVERED)))
  public Response deliver(
      @Parameter(description = "The order.", example = "ord_019ab3de-51d0-7c1e-9a3b-0d7a5e6f1b2c")
          @PathParam("id")
          @Size(max = 40)
          String id,
      @Valid DeliveryRequest request) {
    Instant at = SourceTimes.past(request.deliveredAt(), "/deliveredAt", clock);
    return step(id, new Step(StepKind.DELIVERY, at, null, null, null, null, changes.now()));
  }

  @POST
  @Path("cancellation")
  @Idempotent
  @Operation(
      operationId = "cancelOrder",
      summary = "Call an order off",
      description =
          "Possible until the goods have arrived. Cancelling a cancelled order changes nothing.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = CancellationRequest.class),
              examples = @ExampleObject(name = "example", value = OrderExamples.CANCELLATION)))
  @APIResponse(
      responseCode = "200",
      description = "The order is cancelled.",
      content =
          @Content(
              schema = @Schema(implementation = OrderView.class),
              examples = @ExampleObject(name = "example", value = OrderExamples.CANCELLED)))
  public Response cancel(
      @Parameter(description = "The order.", example = "ord_019ab3de-51d0-7c1e-9a3b-0d7a5e6f1b2c")
          @PathParam("id")
          @Size(max = 40)
          String id,
      @Valid CancellationRequest request) {
    Instant at = SourceTimes.past(request.cancelledAt(), "/cancelledAt", clock);
    return step(
        id, new Step(StepKind.CANCELLATION, at, null, null, null, request.reason(), changes.now()));
  }

  private Response step(String id, Step step) {
    StepDecision decision =
        changes
            .step(Ids.readPath("ord", id), step)
            .orElseThrow(() -> Problem.of(CommonProblem.NOT_FOUND));
    Order order =
        switch (decision) {
          case StepDecision.Done(Order after) -> {
            audit.record("order." + step.kind().code(), "order", id, null, StepView.from(step));
            yield after;
          }
          case StepDecision.Already(Order after) -> after;
          case StepDecision.Illegal(OrderState state) -> throw illegal(state);
        };
    return Response.ok(OrderView.from(order)).tag(ETags.of(order.version())).build();
  }

  /** Names the state and what is allowed in it. */
  static Problem illegal(OrderState state) {
    String allowed =
        state.allowed().isEmpty() ? "Nothing follows." : "Allowed: " + state.allowed() + ".";
    return Problem.of(
        OrderProblem.ILLEGAL_STATE,
        "The order is %s. %s".formatted(state.status().code(), allowed));
  }
}
