package dev.homeport.analytics.acquisition.rest;

import dev.homeport.analytics.acquisition.Acquisition;
import dev.homeport.analytics.acquisition.AcquisitionAxis;
import dev.homeport.analytics.acquisition.AttributionRules;
import dev.homeport.analytics.acquisition.ExpectedValue;
import dev.homeport.analytics.acquisition.RuleBook;
import dev.homeport.analytics.acquisition.SpendBook;
import dev.homeport.analytics.acquisition.WonCustomers;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What customers cost to win, and what they bring. */
@Path("/v1/acquisition")
@Tag(name = "Acquisition")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class AcquisitionResource {
  private static final LocalDate EARLIEST = LocalDate.EPOCH;

  private final RuleBook rules;
  private final SpendBook spend;
  private final WonCustomers customers;
  private final ExpectedValue expected;
  private final Now now;

  AcquisitionResource(
      RuleBook rules, SpendBook spend, WonCustomers customers, ExpectedValue expected, Now now) {
    this.rules = rules;
    this.spend = spend;
    this.customers = customers;
    this.expected = expected;
    this.now = now;
  }

  @GET
  @Transactional
  @PermissionsAllowed("analytics:read")
  @Operation(
      operationId = "getAcquisition",
      summary = "See what customers cost to win and what they bring",
      description =
          "Customers whose first order that counts lies in these months, by where it came from, with"
              + " what was spent in the same months. Cost of acquisition (CAC) is spend by customer"
              + " won; value (LTV) is what customers have brought, net of returns, times `margin`."
              + " Only customers of the same age are compared: at 30, 90, 180 and 365 days those who"
              + " are at least that old, and how many they are is said. The payback time is counted"
              + " in months of thirty days from the first order, again of those old enough. What"
              + " customers are expected to bring yet is there while a value model is active."
              + " Without `margin` all revenue counts as margin, which flatters every ratio.")
  @APIResponse(
      responseCode = "200",
      description = "Costs and values.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = AcquisitionView.class),
              examples = @ExampleObject(name = "channels", value = AcquisitionView.EXAMPLE)))
  public AcquisitionView get(
      @Parameter(description = "What to tell apart.") @QueryParam("by") @DefaultValue("channel")
          AcquisitionAxis by,
      @BeanParam @Valid Months months,
      @Parameter(description = "Only of this acquisition channel.", example = "Paid search")
          @QueryParam("channel")
          @Size(max = 100)
          @Nullable String channel,
      @Parameter(description = "The share of net amounts that is margin, from 0 to 1.")
          @QueryParam("margin")
          @DefaultValue("1")
          BigDecimal margin,
      @Parameter(
              description =
                  "The end of which day, from 1970-01-01 to today: later orders are not looked at."
                      + " Absent: now.",
              example = "2026-10-31")
          @QueryParam("asOf")
          @Nullable LocalDate asOf,
      @Parameter(description = "The most rows, those with most customers first.", example = "100")
          @QueryParam("limit")
          @DefaultValue("100")
          @Min(1)
          @Max(500)
          int limit) {
    LocalDate end = day(asOf);
    if (margin.signum() < 0 || margin.compareTo(BigDecimal.ONE) > 0) {
      throw Problem.of(CommonProblem.INVALID_PARAMETER).in("margin", "must be from 0 to 1");
    }
    YearMonth last = months.last(YearMonth.from(end));
    YearMonth first = months.first(YearMonth.from(end));
    LocalDate from = first.atDay(1);
    LocalDate to = last.atEndOfMonth().isAfter(end) ? end : last.atEndOfMonth();
    AttributionRules present = rules.current().rules();
    Acquisition found =
        Acquisition.of(
            by,
            present,
            name -> channel == null || channel.equals(name),
            margin,
            customers.won(present, by, from, to, end),
            spend.sums(by, first, last),
            asOf == null ? expected(present, by, from, to) : List.of());
    return AcquisitionView.from(
        found, by, first, last, end, present, limit, now.currency(), margin);
  }

  @GET
  @Path("/revenue")
  @Transactional
  @PermissionsAllowed("analytics:read")
  @Operation(
      operationId = "getAcquiredRevenue",
      summary = "See what was acquired and what was retained, month by month",
      description =
          "Acquired is what customers ordered on the day of their first order that counts, retained"
              + " is everything else, both net of returns, in the reporting currency; with what was"
              + " spent in the month to win customers. Returns lie with their order, those without"
              + " an order on their own day.")
  @APIResponse(
      responseCode = "200",
      description = "Revenue by month.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = RevenueView.class),
              examples = @ExampleObject(name = "a month", value = RevenueView.EXAMPLE)))
  public RevenueView revenue(@BeanParam @Valid Months months) {
    YearMonth present = YearMonth.from(now.day());
    YearMonth first = months.first(present);
    YearMonth last = months.last(present);
    return RevenueView.from(
        first,
        last,
        customers.revenue(first.atDay(1), last.atEndOfMonth()),
        spend.sums(AcquisitionAxis.MONTH, first, last),
        now.currency());
  }

  private List<Acquisition.Expected> expected(
      AttributionRules present, AcquisitionAxis by, LocalDate from, LocalDate to) {
    var found = new ArrayList<Acquisition.Expected>();
    if (expected.known()) {
      customers.each(
          present,
          by,
          from,
          to,
          (place, some) ->
              expected
                  .of(some)
                  .ifPresent(amount -> found.add(new Acquisition.Expected(place, amount))));
    }
    return found;
  }

  private LocalDate day(@Nullable LocalDate asOf) {
    LocalDate today = now.day();
    if (asOf != null && (asOf.isBefore(EARLIEST) || asOf.isAfter(today))) {
      throw Problem.of(CommonProblem.INVALID_PARAMETER)
          .in("asOf", "must be a day from " + EARLIEST + " to " + today);
    }
    return asOf == null ? today : asOf;
  }
}
