package dev.homeport.analytics.report.rest;

import dev.homeport.analytics.report.Viewpoint;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * For which day a report is asked; a {@code @BeanParam}.
 *
 * @param asOf a past day or today; absent for now
 */
record ReportDay(
    @Parameter(
            description =
                "The end of which day, in the tenant's time zone, from 1970-01-01 to today; absent:"
                    + " now. A past day is told from the facts known now.",
            example = "2011-12-10")
        @QueryParam("asOf")
        @Nullable LocalDate asOf) {

  /**
   * @throws Problem 400 when the day is not yet over, or before all orders
   */
  Viewpoint viewpoint(LocalDate today, Currency currency) {
    if (asOf != null && (asOf.isBefore(LocalDate.EPOCH) || asOf.isAfter(today))) {
      throw Problem.of(CommonProblem.INVALID_PARAMETER)
          .in("asOf", "must be a day from " + LocalDate.EPOCH + " to " + today);
    }
    return new Viewpoint(Optional.ofNullable(asOf), today, currency);
  }
}
