package dev.homeport.analytics.acquisition.store;

import dev.homeport.analytics.acquisition.ExpectedValue;
import dev.homeport.analytics.value.CustomerScores;
import dev.homeport.analytics.value.Values;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/** What the model of value in use says. */
@ApplicationScoped
class ModelledValue implements ExpectedValue {
  private static final int SCALE = 9;

  private final Values values;

  ModelledValue(Values values) {
    this.values = values;
  }

  @Override
  public Optional<BigDecimal> of(Collection<UUID> customers) {
    return values.of(customers).flatMap(ModelledValue::sum);
  }

  @Override
  public boolean known() {
    return values.known();
  }

  private static Optional<BigDecimal> sum(CustomerScores scores) {
    double sum = 0;
    for (int i = 0; i < scores.size(); i++) {
      var value = scores.lifetimeValue(i);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      sum += value.getAsDouble();
    }
    return Optional.of(BigDecimal.valueOf(sum).setScale(SCALE, RoundingMode.HALF_UP));
  }
}
