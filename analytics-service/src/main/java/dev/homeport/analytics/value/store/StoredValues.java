package dev.homeport.analytics.value.store;

import dev.homeport.analytics.value.CustomerColumns;
import dev.homeport.analytics.value.CustomerScores;
import dev.homeport.analytics.value.PurchaseHistories;
import dev.homeport.analytics.value.ScoreTable;
import dev.homeport.analytics.value.ValueModel;
import dev.homeport.analytics.value.ValueModels;
import dev.homeport.analytics.value.Values;
import dev.homeport.platform.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Scores from the active model and purchases as they are now. */
@ApplicationScoped
class StoredValues implements Values {
  private final ValueModels models;
  private final PurchaseHistories histories;
  private final CurrentTenant tenant;
  private final Clock clock;

  StoredValues(ValueModels models, PurchaseHistories histories, CurrentTenant tenant, Clock clock) {
    this.models = models;
    this.histories = histories;
    this.tenant = tenant;
    this.clock = clock;
  }

  @Override
  public boolean known() {
    return models.active(Optional.empty()).isPresent();
  }

  @Override
  public Optional<CustomerScores> of(Collection<UUID> customers) {
    return scores(today -> histories.of(customers, today));
  }

  @Override
  public Optional<CustomerScores> all() {
    return scores(today -> histories.all(Optional.empty(), today));
  }

  private Optional<CustomerScores> scores(Function<LocalDate, CustomerColumns> who) {
    return models.active(Optional.empty()).map(model -> table(model).score(who.apply(today())));
  }

  private static ScoreTable table(ValueModel model) {
    return new ScoreTable(model.fitted(), model.settings().terms());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), tenant.settings().timeZone());
  }
}
