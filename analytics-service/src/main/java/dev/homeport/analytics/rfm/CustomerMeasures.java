package dev.homeport.analytics.rfm;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** The measures of single customers; empty for one without a counted order. */
public interface CustomerMeasures {

  /** As the last event that was taken left them. */
  Optional<Measures> now(UUID customer);

  /** From what happened up to the end of a day, in the sense of {@link Snapshots#asOf}. */
  Optional<Measures> asOf(UUID customer, LocalDate day);
}
