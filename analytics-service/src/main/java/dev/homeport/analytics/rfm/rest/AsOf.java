package dev.homeport.analytics.rfm.rest;

import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * For which day a caller asks; a {@code @BeanParam}.
 *
 * @param asOf a past day or today; absent for now
 */
record AsOf(
    @Parameter(
            description =
                "The end of which day, in the tenant's time zone, from 1970-01-01 to today."
                    + " An order counts on its own day with whatever has since been returned of it,"
                    + " and a customer is who it is today. Absent: now.",
            example = "2011-12-10")
        @QueryParam("asOf")
        @Nullable LocalDate asOf) {
  private static final LocalDate FIRST = LocalDate.EPOCH;

  /**
   * The past day, empty for now.
   *
   * @throws Problem 400 when it is not yet over, or before all orders
   */
  Optional<LocalDate> day(LocalDate today) {
    if (asOf != null && (asOf.isBefore(FIRST) || asOf.isAfter(today))) {
      throw Problem.of(CommonProblem.INVALID_PARAMETER)
          .in("asOf", "must be a day from " + FIRST + " to " + today);
    }
    return Optional.ofNullable(asOf);
  }
}
