package dev.homeport.order.order.rest;

import dev.homeport.order.order.Order;
import dev.homeport.order.order.Orders;
import dev.homeport.order.order.Orders.Position;
import dev.homeport.platform.http.ETags;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.paging.Cursors;
import dev.homeport.platform.paging.Page;
import dev.homeport.platform.paging.PageRequest;
import dev.homeport.platform.paging.Paging;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Reading orders. */
@Path("/v1/orders")
@Tag(
    name = "Orders",
    description = "Orders as facts: what was bought, by which buyer, and what came back.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermissionsAllowed("orders:read")
class OrdersResource {
  private final Orders orders;
  private final Cursors cursors;

  OrdersResource(Orders orders, Cursors cursors) {
    this.orders = orders;
    this.cursors = cursors;
  }

  @GET
  @Path("{id}")
  @Transactional
  @Operation(
      operationId = "getOrder",
      summary = "An order as it now stands",
      description = "The last accepted document with what was reported about it since.")
  @APIResponse(
      responseCode = "200",
      description = "The order.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = OrderView.class),
              examples = @ExampleObject(name = "example", value = OrderExamples.ORDER)))
  public RestResponse<OrderView> get(
      @Parameter(description = "The order.", example = "ord_019ab3de-51d0-7c1e-9a3b-0d7a5e6f1b2c")
          @PathParam("id")
          @Size(max = 40)
          String id) {
    Order order =
        orders.find(Ids.readPath("ord", id)).orElseThrow(() -> Problem.of(CommonProblem.NOT_FOUND));
    return ETags.ok(OrderView.from(order), order.version());
  }

  @GET
  @Transactional
  @Operation(
      operationId = "listOrders",
      summary = "Orders, page by page",
      description =
          "Restricted by channel and number, buyer, status, placement, or to those that wait for a"
              + " reference rate. Newest first unless asked otherwise.")
  @APIResponse(
      responseCode = "200",
      description = "A page of orders.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = OrderPage.class),
              examples = @ExampleObject(name = "one", value = OrderExamples.PAGE)))
  public Page<OrderView> list(
      @BeanParam @Valid OrderFilter filter, @BeanParam @Valid PageRequest page) {
    Paging paging = cursors.open(page);
    List<Order> found = orders.search(filter.toSearch(), after(paging), paging.fetch());
    return paging.page(
        found, OrderView::from, order -> List.of(order.document().placedAt(), order.id()));
  }

  private static @Nullable Position after(Paging paging) {
    return paging.first()
        ? null
        : new Position(
            Instant.parse(paging.after().getFirst()), UUID.fromString(paging.after().getLast()));
  }

  /** A page as the document shows it: generic types have no schema where an example is given. */
  @Schema(name = "PageOrderView")
  record OrderPage(
      @Schema(maxItems = PageRequest.MAX_LIMIT) List<OrderView> items,
      @Schema(maxLength = PageRequest.MAX_CURSOR) @Nullable String nextCursor) {}
}
