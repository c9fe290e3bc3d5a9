package dev.homeport.analytics.value.rest;

import dev.homeport.analytics.value.Backtest;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A forecast compared with what happened. */
@Schema(name = "HoldoutReport")
record HoldoutView(
    @Schema(description = "First day that the model had not seen.", examples = "2026-04-01")
        LocalDate from,
    @Schema(description = "Last day that is compared.", examples = "2026-10-31") LocalDate until,
    @Schema(description = "Days with an order of those whom the model knew.", examples = "1882")
        long actual,
    @Schema(examples = "1653.408698") double expected,
    @Schema(description = "Expected as a part of actual: 1 is perfect.", examples = "0.878538")
        double ratio,
    @Schema(
            description =
                "How far the expected number of all repeat purchases was from the actual one, as a"
                    + " part of it: mean over the weeks that the model had not seen.",
            examples = "0.024331")
        double trackingError,
    @Schema(description = "By repeat purchases known: 0 to 6, and 7 or more.", maxItems = 8)
        List<BinView> byFrequency,
    @Schema(
            description =
                "All repeat purchases up to the end of each week from the first day of all.",
            maxItems = 2_000)
        List<WeekView> weeks) {

  /** Customers with as many repeat purchases. */
  @Schema(name = "HoldoutBin")
  record BinView(
      @Schema(minimum = "0", maximum = "7", examples = "2") int repeats,
      @Schema(examples = "214") long customers,
      @Schema(description = "Purchases of one of them on average.", examples = "1.392523")
          double actual,
      @Schema(examples = "1.044") double expected) {}

  /** A week. */
  @Schema(name = "TrackedWeek")
  record WeekView(
      @Schema(description = "Its last day.", examples = "2026-04-07") LocalDate until,
      @Schema(examples = "2507") long actual,
      @Schema(examples = "2546.1") double expected) {}

  static HoldoutView from(Backtest backtest) {
    return new HoldoutView(
        backtest.from(),
        backtest.until(),
        backtest.actual(),
        Rounded.number(backtest.expected()),
        Rounded.number(backtest.ratio()),
        Rounded.number(backtest.trackingError()),
        backtest.byFrequency().stream()
            .map(
                bin ->
                    new BinView(
                        bin.repeats(),
                        bin.customers(),
                        Rounded.number(bin.actual()),
                        Rounded.number(bin.expected())))
            .toList(),
        backtest.weeks().stream()
            .map(week -> new WeekView(week.until(), week.actual(), Rounded.number(week.expected())))
            .toList());
  }
}
