package dev.homeport.analytics.cohort.rest;

import dev.homeport.analytics.cohort.RepeatPurchases;
import dev.homeport.analytics.cohort.RepeatPurchases.Quantile;
import dev.homeport.analytics.cohort.Scope;
import dev.homeport.analytics.cohort.Survival;
import dev.homeport.analytics.cohort.rest.RepeatPurchasesResource.After;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whether and when customers come back. */
@Schema(name = "RepeatPurchases")
record RepeatPurchasesView(
    @Schema(description = "Later orders are not looked at.", examples = "2011-12-10")
        LocalDate asOf,
    @Schema(description = "With an order that counts.", examples = "4339") long customers,
    @Schema(description = "With two or more.", examples = "2845") long repeaters,
    @Schema(description = "Of all customers; absent without any.", examples = "0.655681")
        @Nullable Double repeatRate,
    GapsView timeBetweenOrders,
    SurvivalView notYetBack) {

  /** The time from one order to the next, of those who came back. */
  @Schema(
      name = "TimeBetweenOrders",
      description =
          "Of those who came back; who is still away is not in it, so it is shorter than what is to"
              + " be expected.")
  record GapsView(
      @Schema(description = "How often a customer came back.", examples = "14197") long count,
      @Schema(maxItems = 5) List<QuantileView> quantiles) {}

  /** A quantile. */
  @Schema(name = "TimeQuantile")
  record QuantileView(
      @Schema(description = "The share of cases.", examples = "0.5") double probability,
      @Schema(description = "In which it took no longer.", examples = "22") long days) {}

  /** Who has not come back, by the time since. */
  @Schema(name = "SurvivalCurve")
  record SurvivalView(
      @Schema(description = "From which order on the time is counted.") After after,
      @Schema(description = "Orders that are waited after.", examples = "4339") long total,
      @Schema(
              description = "Days by which half of them are back; absent when half are not.",
              examples = "97")
          @Nullable Long medianDays,
      @Schema(description = "The earliest that it may be, with 95 %.", examples = "91")
          @Nullable Long medianLow,
      @Schema(description = "The latest; absent when there is no telling.", examples = "104")
          @Nullable Long medianHigh,
      @Schema(description = "Estimates of who is back by then.", maxItems = 4)
          List<BackByView> backBy,
      @Schema(description = "Each day on which somebody came back.", maxItems = 3_651)
          List<PointView> points) {}

  /** Who is back by a day. */
  @Schema(name = "BackBy")
  record BackByView(
      @Schema(examples = "90") long days, @Schema(examples = "0.479668") double share) {}

  /** A step of the curve. */
  @Schema(name = "SurvivalPoint")
  record PointView(
      @Schema(description = "Days since the order.", examples = "7") long days,
      @Schema(description = "Who had waited that long.", examples = "3943") long atRisk,
      @Schema(description = "Who came back then.", examples = "54") long cameBack,
      @Schema(description = "The share that waits longer.", examples = "0.903019") double waiting,
      @Schema(description = "The least that it may be, with 95 %.", examples = "0.893816")
          double low,
      @Schema(description = "The most.", examples = "0.911464") double high) {}

  private static final List<Long> MILESTONES = List.of(30L, 90L, 180L, 365L);

  static RepeatPurchasesView from(
      RepeatPurchases repeats, Survival curve, After after, int days, Scope scope) {
    return new RepeatPurchasesView(
        scope.asOf(),
        repeats.customers(),
        repeats.repeaters(),
        repeats.customers() == 0
            ? null
            : Double.valueOf(Rates.rounded((double) repeats.repeaters() / repeats.customers())),
        new GapsView(
            repeats.gaps(), repeats.quantiles().stream().map(RepeatPurchasesView::view).toList()),
        new SurvivalView(
            after,
            curve.total(),
            known(curve.median()),
            known(curve.medianLow()),
            known(curve.medianHigh()),
            backBy(curve).toList(),
            curve.points().stream()
                .filter(point -> point.days() <= days)
                .map(RepeatPurchasesView::point)
                .toList()));
  }

  private static Stream<BackByView> backBy(Survival curve) {
    return curve.total() == 0
        ? Stream.of()
        : MILESTONES.stream()
            .map(days -> new BackByView(days, Rates.rounded(curve.happenedBy(days))));
  }

  private static QuantileView view(Quantile quantile) {
    return new QuantileView(quantile.probability(), quantile.days());
  }

  private static PointView point(Survival.Point point) {
    return new PointView(
        point.days(),
        point.atRisk(),
        point.events(),
        Rates.rounded(point.waiting()),
        Rates.rounded(point.low()),
        Rates.rounded(point.high()));
  }

  private static @Nullable Long known(OptionalLong days) {
    return days.isPresent() ? Long.valueOf(days.getAsLong()) : null;
  }
}
