package dev.homeport.analytics.value.rest;

import dev.homeport.analytics.value.Backtest;
import dev.homeport.analytics.value.DropOut;
import dev.homeport.analytics.value.FittedModel;
import dev.homeport.analytics.value.ModelKind;
import dev.homeport.analytics.value.ValueModel;
import dev.homeport.analytics.value.fitting.FitJob;
import dev.homeport.platform.id.Ids;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A model in a few figures. */
@Schema(name = "ValueModelSummary")
record ModelSummaryView(
    @Schema(examples = "vmd_01928c5e-6f50-7000-8000-000000000001") String id,
    @Schema(description = "Counts the models of the tenant.", examples = "3") long number,
    ModelKind kind,
    @Schema(description = "Absent: the whole tenant.", examples = "DE") Optional<String> market,
    @Schema(description = "Whether it is the one in use.") boolean active,
    Instant fittedAt,
    @Schema(description = "The last day that was fitted to.", examples = "2026-03-31")
        LocalDate asOf,
    @Schema(description = "Whom it was fitted to.", examples = "2357") long customers,
    DropOut dropOut,
    @Schema(examples = "-9582.429207") double logLikelihood,
    @Schema(
            description = "Akaike's criterion: less is better, on the same data.",
            examples = "19172.858413")
        double aic,
    @Schema(
            description = "Schwarz's criterion: less is better, on the same data.",
            examples = "19195.919104")
        double bic,
    @Schema(description = "Absent where nothing was held back.") Optional<HoldoutFigures> holdout) {

  /** A forecast and what happened. */
  @Schema(name = "HoldoutFigures")
  record HoldoutFigures(
      @Schema(description = "Last day that is compared.", examples = "2026-10-31") LocalDate until,
      @Schema(description = "Days with an order of those whom the model knew.", examples = "1882")
          long actual,
      @Schema(examples = "1653.408698") double expected,
      @Schema(
              description =
                  "How far the expected number of all repeat purchases was from the actual one, as"
                      + " a part of it: mean over the weeks that the model had not seen.",
              examples = "0.024331")
          double trackingError) {

    static HoldoutFigures from(Backtest backtest) {
      return new HoldoutFigures(
          backtest.until(),
          backtest.actual(),
          Rounded.number(backtest.expected()),
          Rounded.number(backtest.trackingError()));
    }
  }

  static ModelSummaryView from(ValueModel model) {
    FittedModel fitted = model.fitted();
    return new ModelSummaryView(
        Ids.show(FitJob.PREFIX, model.id()),
        model.number(),
        fitted.kind(),
        model.settings().market(),
        model.active(),
        model.fittedAt(),
        model.asOf(),
        fitted.data().customers(),
        fitted.dropOut(),
        Rounded.number(fitted.buying().logLikelihood()),
        Rounded.number(fitted.buying().aic()),
        Rounded.number(fitted.buying().bic(fitted.data().customers())),
        model.backtest().map(HoldoutFigures::from));
  }
}
