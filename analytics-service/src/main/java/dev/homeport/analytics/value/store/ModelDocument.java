package dev.homeport.analytics.value.store;

import dev.homeport.analytics.value.Backtest;
import dev.homeport.analytics.value.FittedModel;
import dev.homeport.analytics.value.ModelSettings;
import dev.homeport.analytics.value.ValueModel;
import java.time.LocalDate;
import java.util.Optional;

/** What never changes about a model, as JSON. */
record ModelDocument(
    ModelSettings settings,
    LocalDate from,
    LocalDate asOf,
    FittedModel fitted,
    Optional<Backtest> backtest,
    double seconds) {

  static ModelDocument of(ValueModel model) {
    return new ModelDocument(
        model.settings(),
        model.from(),
        model.asOf(),
        model.fitted(),
        model.backtest(),
        model.seconds());
  }
}
