package dev.homeport.analytics.cohort.rest;

import dev.homeport.analytics.cohort.Cohorts;
import dev.homeport.analytics.cohort.Sales;
import dev.homeport.analytics.cohort.Scope;
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
import java.time.Period;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Customers and what they are worth by where and when. */
@Path("/v1/sales-summary")
@Tag(name = "Cohorts")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class SalesResource {
  private static final Period ALL = Period.ofYears(60);
  private static final Period FIFTY_YEARS = Period.ofYears(50);

  private final Cohorts cohorts;
  private final Today today;

  SalesResource(Cohorts cohorts, Today today) {
    this.cohorts = cohorts;
    this.today = today;
  }

  @GET
  @Transactional
  @PermissionsAllowed("analytics:read")
  @Operation(
      operationId = "getSalesSummary",
      summary = "Customers and sales by country, market, channel or month",
      description =
          "Customers with an order that counts, such orders, and what was ordered and came back, in"
              + " the reporting currency. A customer who bought in two countries counts in both, so"
              + " customers do not add up to all; everything else does. Returns without an order"
              + " count where and when they came back. At most 1,000 items, those with most customers"
              + " first.")
  @APIResponse(
      responseCode = "200",
      description = "The sums.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = SalesView.class),
              examples = @ExampleObject(name = "countries", value = SalesView.EXAMPLE)))
  public SalesView sales(
      @Parameter(description = "What to tell apart.") @QueryParam("by") @DefaultValue("country")
          Sales.Axis by,
      @Parameter(description = "The first day; absent: from the beginning.", example = "2010-12-01")
          @QueryParam("from")
          @Nullable LocalDate from,
      @Parameter(description = "The last day; absent: today.", example = "2011-12-09")
          @QueryParam("to")
          @Nullable LocalDate to) {
    Scope scope = new OrderFilter(null, null, from, to, null).scope(today.day(), FIFTY_YEARS, ALL);
    return SalesView.from(by, scope, cohorts.sales(by, scope), today.currency());
  }
}
