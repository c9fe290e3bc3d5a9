package dev.homeport.order.order.rest;

import dev.homeport.order.order.Order;
import dev.homeport.order.order.Orders;
import dev.homeport.order.order.Reversal;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What was accepted about an order, in all. */
@Path("/v1/orders/{id}/history")
@Tag(name = "Orders")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermissionsAllowed("orders:read")
class OrderHistoryResource {
  private static final Comparator<Row> NEWEST_FIRST =
      Comparator.comparing(Row::recordedAt)
          .thenComparing(Row::beside)
          .thenComparingLong(Row::revision)
          .thenComparing(Row::name)
          .reversed();

  private final Orders orders;
  private final Cursors cursors;

  OrderHistoryResource(Orders orders, Cursors cursors) {
    this.orders = orders;
    this.cursors = cursors;
  }

  /**
   * An entry with its place. Of one instant what was reported beside the documents comes first.
   *
   * @param beside whether it is no document
   * @param revision of the order while the document stood; 0 beside the documents
   * @param name tells entries beside the documents apart
   */
  private record Row(
      Instant recordedAt, boolean beside, long revision, String name, HistoryEntryView view) {
    static Row document(HistoryEntryView view, long revision) {
      return new Row(view.recordedAt(), false, revision, "", view);
    }

    static Row reported(HistoryEntryView view, String name) {
      return new Row(view.recordedAt(), true, 0, name, view);
    }

    List<Object> place() {
      return List.of(recordedAt, beside, revision, name);
    }

    boolean follows(List<String> place) {
      var before =
          new Row(
              Instant.parse(place.get(0)),
              Boolean.parseBoolean(place.get(1)),
              Long.parseLong(place.get(2)),
              place.get(3),
              view);
      return NEWEST_FIRST.compare(this, before) > 0;
    }
  }

  @GET
  @Transactional
  @Operation(
      operationId = "getOrderHistory",
      summary = "Everything that was accepted about an order",
      description =
          "Each document, step, return and reversal, with the time at its source, and when and from"
              + " whom it was accepted. The last accepted first. What was refused or came too late"
              + " to matter is not among it.")
  @APIResponse(
      responseCode = "200",
      description = "A page of the history.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = HistoryPage.class),
              examples = @ExampleObject(name = "one", value = OrderExamples.HISTORY)))
  public Page<HistoryEntryView> list(
      @Parameter(description = "The order.", example = "ord_019ab3de-51d0-7c1e-9a3b-0d7a5e6f1b2c")
          @PathParam("id")
          @Size(max = 40)
          String id,
      @BeanParam @Valid PageRequest page) {
    Order order =
        orders.find(Ids.readPath("ord", id)).orElseThrow(() -> Problem.of(CommonProblem.NOT_FOUND));
    Paging paging = cursors.open(page);
    List<Row> rows = standing(order);
    if (!paging.first()) {
      rows.removeIf(row -> !row.follows(paging.after()));
    }
    orders
        .replaced(order.id(), before(paging), paging.fetch())
        .forEach(
            replaced -> rows.add(Row.document(HistoryEntryView.of(replaced), replaced.revision())));
    rows.sort(NEWEST_FIRST);
    return paging.page(
        rows.subList(0, Math.min(rows.size(), paging.fetch())), Row::view, Row::place);
  }

  private static Orders.HistoryPosition before(Paging paging) {
    if (paging.first()) {
      return new Orders.HistoryPosition(Instant.parse("9999-12-31T00:00:00Z"), 0);
    }
    List<String> place = paging.after();
    boolean beside = Boolean.parseBoolean(place.get(1));
    return new Orders.HistoryPosition(
        Instant.parse(place.get(0)), beside ? Long.MAX_VALUE : Long.parseLong(place.get(2)));
  }

  /** What the order itself holds. */
  private static List<Row> standing(Order order) {
    var rows = new ArrayList<Row>();
    rows.add(Row.document(HistoryEntryView.of(order), order.revision()));
    order
        .facts()
        .steps()
        .forEach(step -> rows.add(Row.reported(HistoryEntryView.of(step), step.toString())));
    order
        .returnBook()
        .entries()
        .forEach(
            entry -> {
              String name = entry.back().id().toString();
              rows.add(Row.reported(HistoryEntryView.of(order, entry), name));
              Reversal reversal = entry.back().reversal();
              if (reversal != null) {
                rows.add(
                    Row.reported(HistoryEntryView.of(order, entry, reversal), name + " reversed"));
              }
            });
    return rows;
  }

  /** A page as the document shows it: generic types have no schema where an example is given. */
  @Schema(name = "PageOrderHistoryEntry")
  record HistoryPage(
      @Schema(maxItems = PageRequest.MAX_LIMIT) List<HistoryEntryView> items,
      @Schema(maxLength = PageRequest.MAX_CURSOR) @Nullable String nextCursor) {}
}
