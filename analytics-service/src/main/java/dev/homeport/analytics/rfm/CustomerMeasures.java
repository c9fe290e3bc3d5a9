package dev.homeport.analytics.rfm;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** The measures of single customers; empty for one without a counted order. */
public interface CustomerMeasures {

  /** As the last event that was taken left them. */
  Optional<Placed> now(Scheme scheme, UUID customer);

  /** From what happened up to the end of a day, in the sense of {@link Snapshots#asOf}. */
  Optional<Measures> asOf(Scheme scheme, UUID customer, LocalDate day);

  /**
   * A customer and the group it was last put into.
   *
   * @param written empty before anybody has looked at all customers
   * @param seen the last look at all customers; empty before there was one
   */
  record Placed(Measures measures, Optional<Written> written, Optional<Snapshots.Seen> seen) {}

  /**
   * A group as it was written.
   *
   * @param group its key; empty for one who was not scored
   * @param previous the key of the group before
   * @param since when the customer came into it
   */
  record Written(Optional<String> group, Optional<String> previous, Instant since) {}
}
