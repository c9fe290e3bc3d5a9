package dev.homeport.analytics.value.rest;

import dev.homeport.analytics.value.FittedModel;
import dev.homeport.analytics.value.ValueModel;
import dev.homeport.analytics.value.fitting.FitJob;
import dev.homeport.platform.id.Ids;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Models side by side. */
@Schema(name = "ValueModelComparison")
record ComparisonView(
    @Schema(description = "The newest first.", maxItems = 10) List<ModelSummaryView> models,
    @Schema(
            description =
                "Whether all were fitted to the same purchases, so that their likelihoods can be"
                    + " compared.")
        boolean sameData,
    @Schema(
            description = "The model with the least bic. Absent unless the data is the same.",
            examples = "vmd_01928c5e-6f50-7000-8000-000000000001")
        Optional<String> bestByBic,
    @Schema(
            description =
                "The model with the least tracking error. Absent unless all held back the same.",
            examples = "vmd_01928c5e-6f50-7000-8000-000000000001")
        Optional<String> bestByHoldout) {

  static ComparisonView from(List<ValueModel> models) {
    boolean sameData = models.stream().map(ComparisonView::data).distinct().count() == 1;
    boolean sameHoldout =
        sameData
            && models.stream().allMatch(model -> model.backtest().isPresent())
            && models.stream()
                    .map(model -> model.backtest().orElseThrow().until())
                    .distinct()
                    .count()
                == 1;
    return new ComparisonView(
        models.stream().map(ModelSummaryView::from).toList(),
        sameData,
        sameData ? best(models, ComparisonView::bic) : Optional.empty(),
        sameHoldout
            ? best(models, model -> model.backtest().orElseThrow().trackingError())
            : Optional.empty());
  }

  private static List<Object> data(ValueModel model) {
    FittedModel fitted = model.fitted();
    return List.of(
        model.settings().market(), model.from(), model.asOf(), fitted.data(), fitted.nbd());
  }

  private static double bic(ValueModel model) {
    return model.fitted().buying().bic(model.fitted().data().customers());
  }

  private static Optional<String> best(
      List<ValueModel> models, ToDoubleFunction<ValueModel> measure) {
    return models.stream()
        .min(Comparator.comparingDouble(measure))
        .map(model -> Ids.show(FitJob.PREFIX, model.id()));
  }
}
