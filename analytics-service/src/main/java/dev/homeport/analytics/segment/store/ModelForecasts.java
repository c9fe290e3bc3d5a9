package dev.homeport.analytics.segment.store;

import dev.homeport.analytics.segment.Forecasts;
import dev.homeport.analytics.segment.Moment;
import dev.homeport.analytics.value.CustomerScores;
import dev.homeport.analytics.value.Values;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the model of value in use expects of customers, as of now. */
@ApplicationScoped
class ModelForecasts implements Forecasts {
  private final Values values;

  ModelForecasts(Values values) {
    this.values = values;
  }

  @Override
  public Map<UUID, Forecast> of(Collection<UUID> customers, Moment moment) {
    return values.of(customers).map(ModelForecasts::forecasts).orElse(Map.of());
  }

  private static Map<UUID, Forecast> forecasts(CustomerScores scores) {
    var forecasts = HashMap.<UUID, Forecast>newHashMap(scores.size());
    for (int i = 0; i < scores.size(); i++) {
      forecasts.put(
          scores.customer(i),
          new Forecast(
              orNull(scores.probabilityAlive(i)),
              scores.orders90(i),
              orNull(scores.lifetimeValue(i))));
    }
    return forecasts;
  }

  private static @Nullable Double orNull(OptionalDouble value) {
    return value.isPresent() ? (Double) value.getAsDouble() : null;
  }
}
