package dev.homeport.order.intake.rest;

import dev.homeport.order.order.rest.OrderExamples;
import dev.homeport.order.order.rest.OrderView;
import dev.homeport.platform.idempotency.Keyed;
import dev.homeport.platform.idempotency.KeyedRequest;
import dev.homeport.platform.idempotency.KeyedRequests;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Taking single orders in. */
@Path("/v1/orders")
@Tag(
    name = "Order intake",
    description = "How orders and returns come in: one, some, or very many.")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermissionsAllowed("orders:write")
class IntakeResource {
  private final Documents documents;
  private final OrderGate gate;
  private final KeyedRequests requests;

  IntakeResource(Documents documents, OrderGate gate, KeyedRequests requests) {
    this.documents = documents;
    this.gate = gate;
    this.requests = requests;
  }

  @POST
  @Keyed(required = true)
  @Operation(
      operationId = "placeOrder",
      summary = "Take an order in",
      description =
          "`channel` and `externalId` are the natural key. The content of the last accepted document"
              + " again answers 200. Other content with a later `revisedAt` replaces the order, its"
              + " history kept; with an earlier one it is acknowledged without effect; with the same"
              + " one it is refused. Needs an `Idempotency-Key`.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = OrderRequest.class),
              examples = @ExampleObject(name = "order", value = Examples.ORDER)))
  @APIResponse(
      responseCode = "201",
      description = "The order is accepted.",
      content =
          @Content(
              schema = @Schema(implementation = OrderView.class),
              examples = @ExampleObject(name = "order", value = OrderExamples.ORDER)))
  @APIResponse(
      responseCode = "200",
      description = "The order as it stands: known already, revised, or described later.",
      content =
          @Content(
              schema = @Schema(implementation = OrderView.class),
              examples = @ExampleObject(name = "order", value = OrderExamples.ORDER)))
  public Response place(@Valid OrderRequest request) {
    KeyedRequest keyed = requests.current(request, true).orElseThrow();
    OrderGate.Answer answer = gate.submit(keyed, documents.order(request));
    return answer.replayed() ? answer.stored().replayed() : answer.stored().first();
  }
}
