package dev.homeport.order.summary;

import dev.homeport.platform.tenant.CurrentTenant;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The books at a glance. */
@Path("/v1/order-summary")
@Tag(name = "Orders")
@RunOnVirtualThread
@PermissionsAllowed("orders:read")
class OrderSummaryResource {
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
              + " worth nothing. What waits for a reference rate is left out.")
  public SummaryView get(
      @Parameter(description = "What to group by.") @QueryParam("by") @DefaultValue("month")
          SummaryAxis by,
      @Parameter(description = "The first day, in the tenant's zone.", example = "2026-11-01")
          @QueryParam("from")
          @Nullable LocalDate from,
      @Parameter(description = "The last day, in the tenant's zone.", example = "2026-11-30")
          @QueryParam("to")
          @Nullable LocalDate to) {
    return SummaryView.from(by, tenant.settings().reportingCurrency(), query.run(by, from, to));
  }
}
