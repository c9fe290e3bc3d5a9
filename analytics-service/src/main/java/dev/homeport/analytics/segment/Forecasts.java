package dev.homeport.analytics.segment;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What customers of the present tenant are expected to do. A bean; without one nothing of the kind
 * is known of anybody.
 */
public interface Forecasts {

  /** As of a moment, of those of whom there is a forecast. */
  Map<UUID, Forecast> of(Collection<UUID> customers, Moment moment);

  /**
   * A forecast.
   *
   * @param alive probability of ever buying again; null where the model cannot tell
   * @param expectedOrders90 orders in the next 90 days
   * @param clv what is still to come, in the reporting currency; null where amounts are not known
   */
  record Forecast(@Nullable Double alive, double expectedOrders90, @Nullable Double clv) {}
}
