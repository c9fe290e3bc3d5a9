package dev.homeport.analytics.cohort.rest;

import dev.homeport.analytics.cohort.Cohorts;
import dev.homeport.analytics.cohort.RepeatPurchases;
import dev.homeport.analytics.cohort.Scope;
import dev.homeport.analytics.cohort.Survival;
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
import java.time.Period;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether and when customers come back. */
@Path("/v1/repeat-purchases")
@Tag(name = "Cohorts")
@RunOnVirtualThread
class RepeatPurchasesResource {
  private static final Period FIFTY_YEARS = Period.ofYears(50);
  private static final Period ALL = Period.ofYears(60);

  private final Cohorts cohorts;
  private final Today today;

  RepeatPurchasesResource(Cohorts cohorts, Today today) {
    this.cohorts = cohorts;
    this.today = today;
  }

  /** From which order on the time is counted. */
  enum After {
    FIRST,
    ANY
  }

  @GET
  @Produces({Form.JSON, Form.CSV, Form.SVG})
  @Transactional
  @PermissionsAllowed("analytics:read")
  @Operation(
      operationId = "getRepeatPurchases",
      summary = "See whether and when customers come back",
      description =
          "The share of customers with two or more orders that count, the time from one order to the"
              + " next, and the share of customers who have not come back after so many days: the"
              + " estimate of Kaplan and Meier (1958), which takes into account that those who came"
              + " late have had less time. Its band holds at each day by itself with 95 %, by"
              + " Greenwood's variance on the scale of log(-log). `after=first` waits for the second"
              + " order, `after=any` for the one after any order; there a customer counts once for"
              + " each order, so the band is only a rough one. Days are calendar days of the"
              + " tenant's time zone; 0 is the same day. Without `from`: all customers. As JSON, as"
              + " CSV (the curve), or as a picture (`image/svg+xml`).")
  @APIResponse(
      responseCode = "200",
      description = "Whether and when.",
      content = {
        @Content(
            mediaType = Form.JSON,
            schema = @Schema(implementation = RepeatPurchasesView.class),
            examples = @ExampleObject(name = "a year", value = RepeatExamples.JSON)),
        @Content(
            mediaType = Form.CSV,
            schema = @Schema(implementation = String.class, maxLength = 1 << 20),
            examples = @ExampleObject(name = "a year", value = RepeatExamples.CSV)),
        @Content(
            mediaType = Form.SVG,
            schema = @Schema(implementation = String.class, maxLength = 1 << 20),
            examples = @ExampleObject(name = "nobody yet", value = CohortExamples.SVG))
      })
  public Response repeatPurchases(
      @Parameter(description = "From which order on the time of the curve is counted.")
          @QueryParam("after")
          @DefaultValue("first")
          After after,
      @Parameter(description = "The last day of the curve.", example = "365")
          @QueryParam("days")
          @DefaultValue("730")
          @Min(1)
          @Max(3_650)
          int days,
      @BeanParam @Valid OrderFilter filter,
      @Context Request request) {
    Scope scope = filter.scope(today.day(), FIFTY_YEARS, ALL);
    RepeatPurchases repeats = RepeatPurchases.of(cohorts.intervals(scope));
    Survival curve = after == After.FIRST ? repeats.second() : repeats.next();
    return Form.of(
        request,
        () -> RepeatPurchasesView.from(repeats, curve, after, days, scope),
        () -> SurvivalCsv.of(curve, days),
        () -> BackPicture.of(RepeatPurchasesView.from(repeats, curve, after, days, scope)));
  }
}
