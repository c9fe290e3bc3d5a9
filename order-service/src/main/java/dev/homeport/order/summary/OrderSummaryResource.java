package dev.homeport.order.summary;

import dev.homeport.platform.tenant.CurrentTenant;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The books at a glance. */
@Path("/v1/order-summary")
@Tag(name = "Orders")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermissionsAllowed("orders:read")
class OrderSummaryResource {
  private static final String EXAMPLE =
      """
      {
        "by": "month",
        "pending": {"orders": 0, "returns": 0},
        "total": {
          "orders": 2, "cancelled": 0, "returns": 1,
          "reporting": {
            "gross": {"amount": "46.23", "currency": "EUR"},
            "returned": {"amount": "9.99", "currency": "EUR"},
            "net": {"amount": "36.24", "currency": "EUR"}
          },
          "currencies": [{
            "gross": {"amount": "46.23", "currency": "EUR"},
            "returned": {"amount": "9.99", "currency": "EUR"},
            "net": {"amount": "36.24", "currency": "EUR"}
          }]
        },
        "items": [{
          "key": "2026-11", "orders": 2, "cancelled": 0, "returns": 1,
          "reporting": {
            "gross": {"amount": "46.23", "currency": "EUR"},
            "returned": {"amount": "9.99", "currency": "EUR"},
            "net": {"amount": "36.24", "currency": "EUR"}
          },
          "currencies": [{
            "gross": {"amount": "46.23", "currency": "EUR"},
            "returned": {"amount": "9.99", "currency": "EUR"},
            "net": {"amount": "36.24", "currency": "EUR"}
          }]
        }]
      }
      """;

  private final SummaryQuery query;
  private final CurrentTenant tenant;

  OrderSummaryResource(SummaryQuery query, CurrentTenant tenant) {
    this.query = query;
    this.tenant = tenant;
  }

  @GET
  @Transactional
  @Operation(
      operationId = "getOrderSummary",
      summary = "Counts and sums of orders and returns",
      description =
          "Gross, returned and net in the reporting currency and in each order currency. Free returns"
              + " count on their own day, returns of orders with their order, cancelled orders are"
              + " worth nothing and counted by themselves. What waits for a reference rate is left out,"
              + " and counted as pending.")
  @APIResponse(
      responseCode = "200",
      description = "The sums.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = SummaryView.class),
              examples = @ExampleObject(name = "example", value = EXAMPLE)))
  public SummaryView get(
      @Parameter(description = "What to group by.") @QueryParam("by") @DefaultValue("month")
          SummaryAxis by,
      @Parameter(description = "The first day, in the tenant's zone.", example = "2026-11-01")
          @QueryParam("from")
          @Nullable LocalDate from,
      @Parameter(description = "The last day, in the tenant's zone.", example = "2026-11-30")
          @QueryParam("to")
          @Nullable LocalDate to) {
    return SummaryView.from(
        by,
        tenant.settings().reportingCurrency(),
        query.pending(from, to),
        query.run(by, from, to));
  }
}
