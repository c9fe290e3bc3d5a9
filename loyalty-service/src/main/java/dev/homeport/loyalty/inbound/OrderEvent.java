package dev.homeport.loyalty.inbound;

import dev.homeport.loyalty.fact.Fact;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What {@code homeport.order.v1} carries, as far as points depend on it. */
sealed interface OrderEvent permits OrderRecorded, FreeReturnRecorded {

  /** The fact in the words of the ledger. */
  Fact fact();

  /** In the microseconds that the database keeps, so that what is stored equals what was read. */
  static Instant micros(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS);
  }
}
