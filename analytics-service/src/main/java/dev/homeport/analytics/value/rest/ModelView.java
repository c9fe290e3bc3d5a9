package dev.homeport.analytics.value.rest;

import dev.homeport.analytics.value.DropOut;
import dev.homeport.analytics.value.FittedModel;
import dev.homeport.analytics.value.ModelKind;
import dev.homeport.analytics.value.ModelSettings;
import dev.homeport.analytics.value.ValueModel;
import dev.homeport.analytics.value.btyd.Fit;
import dev.homeport.analytics.value.fitting.FitJob;
import dev.homeport.platform.id.Ids;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A model with its estimates and its report. */
@Schema(name = "ValueModel")
record ModelView(
    @Schema(examples = "vmd_01928c5e-6f50-7000-8000-000000000001") String id,
    @Schema(description = "Counts the models of the tenant.", examples = "3") long number,
    Settings settings,
    @Schema(description = "Whether it is the one in use.") boolean active,
    @Schema(description = "Since when it is in use.") Optional<Instant> activatedAt,
    Instant fittedAt,
    @Schema(description = "How long the search for the parameters took.", examples = "0.012")
        double seconds,
    @Schema(description = "When it is fitted again. Absent: never, or not in use.")
        Optional<Instant> refitAt,
    @Schema(description = "The model in whose place it was fitted again.") Optional<String> refitOf,
    Data data,
    BuyingView buying,
    DropOut dropOut,
    @Schema(description = "What the dropOut means.") String dropOutDetail,
    @Schema(description = "A model without drop-out, on the same data.") BuyingView nbd,
    @Schema(description = "Gamma-gamma. Absent where too few amounts are known.")
        Optional<SpendView> spend,
    @Schema(description = "Absent where nothing was held back.") Optional<HoldoutView> holdout) {

  /** What was asked for. */
  @Schema(name = "ValueModelSettings")
  record Settings(
      ModelKind kind,
      @Schema(description = "Absent: the whole tenant.", examples = "DE") Optional<String> market,
      @Schema(examples = "2026-03-31") Optional<LocalDate> calibrationEnd,
      @Schema(examples = "0.4") BigDecimal margin,
      @Schema(examples = "0.1") BigDecimal discountPerYear,
      @Schema(examples = "1095") int horizonDays,
      @Schema(examples = "7") int refitDays) {

    static Settings from(ModelSettings settings) {
      return new Settings(
          settings.kind(),
          settings.market(),
          settings.calibrationEnd(),
          settings.terms().margin(),
          settings.terms().discountPerYear(),
          settings.terms().horizonDays(),
          settings.refitDays());
    }
  }

  /** What was fitted to. */
  @Schema(name = "ValueModelData")
  record Data(
      @Schema(description = "First day with an order.", examples = "2025-07-01") LocalDate from,
      @Schema(description = "Last day that counts.", examples = "2026-03-31") LocalDate asOf,
      @Schema(examples = "2357") long customers,
      @Schema(description = "Of them, those who came back on another day.", examples = "946")
          long repeaters,
      @Schema(description = "Days with an order after a customer's first.", examples = "2457")
          long purchases,
      @Schema(
              description = "Of the repeaters, those with a net amount above zero.",
              examples = "946")
          long spenders) {

    static Data from(ValueModel model) {
      FittedModel.Data data = model.fitted().data();
      return new Data(
          model.from(),
          model.asOf(),
          data.customers(),
          data.repeaters(),
          data.purchases(),
          data.spenders());
    }
  }

  /** A fit of buying. */
  @Schema(name = "BuyingFit")
  record BuyingView(
      @Schema(maxItems = 4) List<ParameterView> parameters,
      @Schema(examples = "-9582.429207") double logLikelihood,
      @Schema(examples = "19172.858413") double aic,
      @Schema(examples = "19195.919104") double bic) {

    static BuyingView from(Fit fit, List<ParameterView> parameters, long customers) {
      return new BuyingView(
          parameters,
          Rounded.number(fit.logLikelihood()),
          Rounded.number(fit.aic()),
          Rounded.number(fit.bic(customers)));
    }
  }

  /** A fit of amounts. */
  @Schema(name = "SpendFit")
  record SpendView(
      @Schema(maxItems = 3) List<ParameterView> parameters,
      @Schema(examples = "-4055.917695") double logLikelihood,
      @Schema(
              description =
                  "Of purchases and amounts. The model takes it to be 0; far from that, values of"
                      + " frequent buyers are biased.",
              examples = "0.113888")
          double correlation) {}

  static ModelView from(ValueModel model) {
    FittedModel fitted = model.fitted();
    long customers = fitted.data().customers();
    return new ModelView(
        Ids.show(FitJob.PREFIX, model.id()),
        model.number(),
        Settings.from(model.settings()),
        model.active(),
        model.activatedAt(),
        model.fittedAt(),
        Rounded.number(model.seconds()),
        model.refitAt(),
        model.refitOf().map(id -> Ids.show(FitJob.PREFIX, id)),
        Data.from(model),
        BuyingView.from(fitted.buying(), ParameterView.buying(fitted), customers),
        fitted.dropOut(),
        detail(fitted.dropOut()),
        BuyingView.from(fitted.nbd(), ParameterView.nbd(fitted.nbd()), customers),
        fitted.spend().map(fit -> spend(fit, fitted)),
        model.backtest().map(HoldoutView::from));
  }

  private static SpendView spend(Fit fit, FittedModel fitted) {
    return new SpendView(
        ParameterView.amounts(fit),
        Rounded.number(fit.logLikelihood()),
        Rounded.number(fitted.spendCorrelation().orElse(0.0)));
  }

  static String detail(DropOut dropOut) {
    return switch (dropOut) {
      case IDENTIFIED -> "The data tells drop-out from slow buying.";
      case NO_BETTER_THAN_NBD ->
          "A model without drop-out explains the data as well, so nothing is said of who has"
              + " dropped out, and orders are expected as if nobody had.";
      case AT_THE_BORDER ->
          "The best fit is one in which drop-out becomes nothing, so nothing is said of who has"
              + " dropped out, and orders are expected as if nobody had.";
    };
  }
}
