package dev.homeport.analytics.value;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/**
 * What the active model of the whole tenant says of many customers, as of now. Empty while there is
 * no such model; customers without a counted order are left out.
 */
public interface Values {

  /** Whether there is such a model. */
  boolean known();

  /** Of some customers. */
  Optional<CustomerScores> of(Collection<UUID> customers);

  /** Of everybody. */
  Optional<CustomerScores> all();
}
