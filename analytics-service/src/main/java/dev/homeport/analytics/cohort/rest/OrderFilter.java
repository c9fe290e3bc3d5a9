package dev.homeport.analytics.cohort.rest;

import dev.homeport.analytics.cohort.Scope;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.temporal.TemporalAmount;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Which orders a caller asks about; a {@code @BeanParam}.
 *
 * @param from the first day; absent: some time before the last one
 * @param to the last day; absent: {@code asOf}
 * @param asOf a past day or today; absent for now
 */
record OrderFilter(
    @Parameter(
            description = "Only orders of this market, as if there were no others.",
            example = "DE")
        @QueryParam("market")
        @Size(max = 64)
        @Nullable String market,
    @Parameter(
            description = "Only orders of this channel, as if there were no others.",
            example = "shop-de")
        @QueryParam("channel")
        @Size(max = 64)
        @Nullable String channel,
    @Parameter(
            description =
                "Customers whose first order lies on this day or later; it is moved to the start of"
                    + " its month or week.",
            example = "2010-12-01")
        @QueryParam("from")
        @Nullable LocalDate from,
    @Parameter(
            description =
                "Customers whose first order lies on this day or earlier. Absent: the day of"
                    + " `asOf`.",
            example = "2011-12-09")
        @QueryParam("to")
        @Nullable LocalDate to,
    @Parameter(
            description =
                "The end of which day, in the tenant's time zone, from 1970-01-01 to today: later"
                    + " orders are not looked at. Absent: now.",
            example = "2011-12-10")
        @QueryParam("asOf")
        @Nullable LocalDate asOf) {
  private static final LocalDate EARLIEST = LocalDate.EPOCH;

  /**
   * The orders that are meant.
   *
   * @param span how far back to go where the caller does not say
   * @param most how far back may be asked for
   */
  Scope scope(LocalDate today, TemporalAmount span, TemporalAmount most) {
    LocalDate end = day("asOf", asOf, today, today);
    LocalDate last = day("to", to, end, today);
    LocalDate start = last.minus(span).isBefore(EARLIEST) ? EARLIEST : last.minus(span);
    LocalDate first = day("from", from, start, last);
    if (first.isBefore(last.minus(most))) {
      throw refused("from", "must not be more than " + words(most) + " before the last day");
    }
    return new Scope(Optional.ofNullable(market), Optional.ofNullable(channel), first, last, end);
  }

  private static LocalDate day(
      String name, @Nullable LocalDate given, LocalDate otherwise, LocalDate latest) {
    LocalDate day = given == null ? otherwise : given;
    if (day.isBefore(EARLIEST) || day.isAfter(latest)) {
      throw refused(name, "must be a day from " + EARLIEST + " to " + latest);
    }
    return day;
  }

  private static String words(TemporalAmount amount) {
    var unit = amount.getUnits().stream().filter(u -> amount.get(u) != 0).findFirst().orElseThrow();
    return amount.get(unit) + " " + unit.toString().toLowerCase(Locale.ROOT);
  }

  private static Problem refused(String parameter, String detail) {
    return Problem.of(CommonProblem.INVALID_PARAMETER).in(parameter, detail);
  }
}
