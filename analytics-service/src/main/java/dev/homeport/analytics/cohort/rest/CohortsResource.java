package dev.homeport.analytics.cohort.rest;

import dev.homeport.analytics.cohort.CohortMeasure;
import dev.homeport.analytics.cohort.CohortUnit;
import dev.homeport.analytics.cohort.Cohorts;
import dev.homeport.analytics.cohort.Scope;
import dev.homeport.analytics.cohort.Triangle;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Cohorts of customers. */
@Path("/v1/cohorts")
@Tag(name = "Cohorts", description = "Who came back: customers by their first order.")
@RunOnVirtualThread
class CohortsResource {
  private static final java.time.Period THREE_YEARS = java.time.Period.ofMonths(35);
  private static final java.time.Period ONE_YEAR = java.time.Period.ofDays(51 * 7);
  private static final java.time.Period TEN_YEARS = java.time.Period.ofMonths(119);
  private static final java.time.Period THREE_YEARS_OF_WEEKS = java.time.Period.ofDays(155 * 7);

  private final Cohorts cohorts;
  private final Today today;

  CohortsResource(Cohorts cohorts, Today today) {
    this.cohorts = cohorts;
    this.today = today;
  }

  @GET
  @Produces({Form.JSON, Form.CSV, Form.SVG})
  @Transactional
  @PermissionsAllowed("analytics:read")
  @Operation(
      operationId = "getCohorts",
      summary = "See who came back, cohort by cohort",
      description =
          "A cohort is everybody whose first order that counts lies in the same month or ISO week of"
              + " the tenant's time zone. For each period since then: the customers who ordered, the"
              + " orders, what was ordered (`gross`), or that less what came back (`net`), in the"
              + " reporting currency. Rates are shares of the cohort for `customers`, orders for each"
              + " of its customers for `orders`, and shares of the first period for money. What came"
              + " back before the first order counts in period 0, so the periods add up to all that"
              + " the customers are worth. Without `from`: the 36 months or 52 weeks up to `to`, at"
              + " most 120 or 156. What changed shows within a few seconds; an answer that takes"
              + " seconds by itself may lag behind by twenty times as long. As JSON, as CSV"
              + " (absolute values, then rates), or as a picture (`image/svg+xml`).")
  @APIResponse(
      responseCode = "200",
      description = "The cohorts.",
      content = {
        @Content(
            mediaType = Form.JSON,
            schema = @Schema(implementation = CohortsView.class),
            examples = @ExampleObject(name = "three months", value = CohortExamples.JSON)),
        @Content(
            mediaType = Form.CSV,
            schema = @Schema(implementation = String.class, maxLength = 1 << 20),
            examples = @ExampleObject(name = "three months", value = CohortExamples.CSV)),
        @Content(
            mediaType = Form.SVG,
            schema = @Schema(implementation = String.class, maxLength = 8 << 20),
            examples = @ExampleObject(name = "nobody yet", value = CohortExamples.SVG))
      })
  public Response cohorts(
      @Parameter(description = "What cohorts are made of, and counted in.")
          @QueryParam("by")
          @DefaultValue("month")
          CohortUnit by,
      @Parameter(description = "What is told of them.")
          @QueryParam("measure")
          @DefaultValue("customers")
          CohortMeasure measure,
      @Parameter(description = "The most periods to tell of each cohort.", example = "36")
          @QueryParam("periods")
          @DefaultValue("52")
          @Min(1)
          @Max(156)
          int periods,
      @BeanParam @Valid OrderFilter filter,
      @Context Request request) {
    Scope scope = scope(by, filter);
    Triangle triangle =
        Triangle.of(
            by, measure, cohorts.cells(by, measure, scope), periods, scope.asOf(), today.day());
    return Form.of(
        request,
        () -> CohortsView.from(triangle, scope, today.currency()),
        () -> CohortCsv.of(triangle),
        () -> CohortPicture.of(CohortsView.from(triangle, scope, today.currency())));
  }

  /** Whole periods: half a cohort would look like a small one. */
  private Scope scope(CohortUnit by, OrderFilter filter) {
    Scope asked =
        switch (by) {
          case MONTH -> filter.scope(today.day(), THREE_YEARS, TEN_YEARS);
          case WEEK -> filter.scope(today.day(), ONE_YEAR, THREE_YEARS_OF_WEEKS);
        };
    LocalDate last = by.last(by.index(asked.to()));
    return new Scope(
        asked.market(),
        asked.channel(),
        by.first(by.index(asked.from())),
        last.isAfter(asked.asOf()) ? asked.asOf() : last,
        asked.asOf());
  }
}
