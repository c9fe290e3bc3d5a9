package dev.homeport.analytics.acquisition.rest;

import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.YearMonth;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * For which months a caller asks; a {@code @BeanParam}.
 *
 * @param from absent: a year up to the last one
 * @param to absent: the present one
 */
record Months(
    @Parameter(
            description =
                "The first month, in the tenant's time zone. Absent: eleven months before the last"
                    + " one; of a list: the first of all.",
            example = "2026-01")
        @QueryParam("from")
        @Size(max = 7)
        @Pattern(regexp = Months.PATTERN)
        @Nullable String from,
    @Parameter(
            description = "The last month. Absent: the present one; of a list: the last of all.",
            example = "2026-06")
        @QueryParam("to")
        @Size(max = 7)
        @Pattern(regexp = Months.PATTERN)
        @Nullable String to) {
  static final String PATTERN = "^(19[7-9][0-9]|2[0-9]{3})-(0[1-9]|1[0-2])$";

  private static final YearMonth EARLIEST = YearMonth.of(1970, 1);
  private static final YearMonth LATEST = YearMonth.of(2999, 12);
  private static final int YEAR = 11;
  private static final int MOST = 119;

  /** The first one of a list, which is not bounded. */
  YearMonth since() {
    return from == null ? EARLIEST : YearMonth.parse(from);
  }

  /** The last one of a list. */
  YearMonth until() {
    return to == null ? LATEST : YearMonth.parse(to);
  }

  /** The last month. */
  YearMonth last(YearMonth now) {
    return to == null ? now : YearMonth.parse(to);
  }

  /** The first month. */
  YearMonth first(YearMonth now) {
    YearMonth last = last(now);
    YearMonth first = from == null ? last.minusMonths(YEAR) : YearMonth.parse(from);
    if (first.isAfter(last) || first.isBefore(last.minusMonths(MOST))) {
      throw Problem.of(CommonProblem.INVALID_PARAMETER)
          .in("from", "must be " + last + " or one of the 119 months before");
    }
    return first;
  }
}
