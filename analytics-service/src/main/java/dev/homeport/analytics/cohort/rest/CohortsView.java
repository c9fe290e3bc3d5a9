package dev.homeport.analytics.cohort.rest;

import dev.homeport.analytics.cohort.CohortMeasure;
import dev.homeport.analytics.cohort.CohortUnit;
import dev.homeport.analytics.cohort.Scope;
import dev.homeport.analytics.cohort.Triangle;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Cohorts, period by period. */
@Schema(name = "Cohorts")
record CohortsView(
    CohortUnit by,
    CohortMeasure measure,
    @Schema(description = "Only this market.", examples = "DE") @Nullable String market,
    @Schema(description = "Only this channel.", examples = "shop-de") @Nullable String channel,
    @Schema(description = "The first day of the first cohort.", examples = "2011-10-01")
        LocalDate from,
    @Schema(description = "The last day of the last cohort.", examples = "2011-12-10") LocalDate to,
    @Schema(description = "Later orders are not looked at.", examples = "2011-12-10")
        LocalDate asOf,
    @Schema(description = "Of amounts; absent for counts.", examples = "GBP")
        @Nullable Currency currency,
    @Schema(description = "Those with customers, the oldest first.", maxItems = 156)
        List<CohortView> cohorts,
    @Schema(
            description =
                "For each age all cohorts that have come to it, together; a period that is not over"
                    + " is in it.",
            maxItems = 156)
        List<OverallView> overall) {

  /** One cohort. */
  @Schema(name = "Cohort")
  record CohortView(
      @Schema(description = "The month or ISO week.", examples = "2011-10") String cohort,
      @Schema(description = "Who is in it.", examples = "358") long customers,
      @Schema(description = "One for each period, from the first one on.", maxItems = 156)
          List<PeriodView> periods) {}

  /** What a cohort did in one period. */
  @Schema(name = "CohortPeriod")
  record PeriodView(
      @Schema(description = "Periods since the first order.", examples = "1") int period,
      @Schema(description = "The month or ISO week.", examples = "2011-11") String label,
      @Schema(description = "Customers or orders; absent for money.", examples = "86")
          @Nullable Long count,
      @Schema(description = "Absent for counts.") @Nullable BigDecimal amount,
      @Schema(
              description =
                  "Share of the cohort, orders for each of its customers, or share of the first"
                      + " period; absent where there is nothing to compare with.",
              examples = "0.240223")
          @Nullable Double rate,
      @Schema(description = "Whether the period is over.", examples = "true") boolean complete) {}

  /** What all cohorts of an age did together. */
  @Schema(name = "CohortOverall")
  record OverallView(
      @Schema(description = "Periods since the first order.", examples = "1") int period,
      @Schema(description = "Who is in these cohorts.", examples = "4298") long customers,
      @Schema(description = "Customers or orders; absent for money.", examples = "976")
          @Nullable Long count,
      @Schema(description = "Absent for counts.") @Nullable BigDecimal amount,
      @Schema(description = "As with one cohort.", examples = "0.227082") @Nullable Double rate) {}

  static CohortsView from(Triangle triangle, Scope scope, Currency currency) {
    boolean money = triangle.measure().money();
    List<Triangle.Column> overall = triangle.overall();
    return new CohortsView(
        triangle.by(),
        triangle.measure(),
        scope.market().orElse(null),
        scope.channel().orElse(null),
        scope.from(),
        scope.to(),
        scope.asOf(),
        money ? currency : null,
        triangle.rows().stream().map(row -> cohort(row, triangle.by(), money)).toList(),
        IntStream.range(0, overall.size())
            .mapToObj(i -> overall(i, overall.get(i), money))
            .toList());
  }

  private static CohortView cohort(Triangle.Row row, CohortUnit by, boolean money) {
    List<Triangle.Value> values = row.values();
    return new CohortView(
        by.label(row.cohort()),
        row.customers(),
        IntStream.range(0, values.size())
            .mapToObj(
                age ->
                    new PeriodView(
                        age,
                        by.label(row.cohort() + age),
                        count(values.get(age).value(), money),
                        amount(values.get(age).value(), money),
                        rate(values.get(age).rate()),
                        values.get(age).complete()))
            .toList());
  }

  private static OverallView overall(int age, Triangle.Column column, boolean money) {
    return new OverallView(
        age,
        column.customers(),
        count(column.value(), money),
        amount(column.value(), money),
        rate(column.rate()));
  }

  private static @Nullable Long count(BigDecimal value, boolean money) {
    return money ? null : Long.valueOf(value.longValueExact());
  }

  private static @Nullable BigDecimal amount(BigDecimal value, boolean money) {
    return money ? value : null;
  }

  private static @Nullable Double rate(OptionalDouble rate) {
    return rate.isPresent() ? Rates.rounded(rate.getAsDouble()) : null;
  }
}
