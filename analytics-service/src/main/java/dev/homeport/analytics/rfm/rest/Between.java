package dev.homeport.analytics.rfm.rest;

import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * From which day to which a caller looks; a {@code @BeanParam}.
 *
 * @param from the end of which day is the beginning
 * @param to the end of which day is the end
 */
record Between(
    @Parameter(
            description =
                "The end of which day, in the tenant's time zone, to begin with, from 1970-01-01"
                    + " on; absent: thirty days before the last one.",
            example = "2011-11-09")
        @QueryParam("from")
        @Nullable LocalDate from,
    @Parameter(
            description = "The end of which day to end with, up to today; absent: today.",
            example = "2011-12-09")
        @QueryParam("to")
        @Nullable LocalDate to) {
  private static final int USUAL_DAYS = 30;

  /** Two days, the first one not after the last. */
  record Days(LocalDate first, LocalDate last) {}

  /**
   * The days that are meant.
   *
   * @throws Problem 400 for days that are not there, not yet, or the wrong way round
   */
  Days days(LocalDate today) {
    LocalDate last = to == null ? today : to;
    if (last.isBefore(LocalDate.EPOCH) || last.isAfter(today)) {
      throw refused("to", "must be a day from 1970-01-01 to " + today);
    }
    LocalDate first = from == null ? last.minusDays(USUAL_DAYS) : from;
    if ((from != null && from.isBefore(LocalDate.EPOCH)) || first.isAfter(last)) {
      throw refused("from", "must be a day from 1970-01-01 to " + last);
    }
    return new Days(first, last);
  }

  private static Problem refused(String parameter, String detail) {
    return Problem.of(CommonProblem.INVALID_PARAMETER).in(parameter, detail);
  }
}
