package dev.homeport.analytics.acquisition;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/** What customers are expected to bring yet, as a model sees it. */
public interface ExpectedValue {

  /** Whether there is a model to say so. */
  boolean known();

  /**
   * What these customers together will bring from now on, as margin, discounted, in the reporting
   * currency; empty when there is no model.
   */
  Optional<BigDecimal> of(Collection<UUID> customers);
}
