package dev.homeport.loyalty.programme;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** How long a lot of points can be used. */
public sealed interface LotLife {

  /**
   * The moment at which points that become usable at this moment expire; empty when they never do.
   */
  Optional<Instant> expiry(Instant usableFrom);

  /** Points stay. */
  record Never() implements LotLife {
    @Override
    public Optional<Instant> expiry(Instant usableFrom) {
      return Optional.empty();
    }
  }

  /** Points expire so many calendar months later, at the same time of day in UTC. */
  record Months(int months) implements LotLife {
    /** Refuses less than one month and more than fifty years. */
    public Months {
      if (months < 1 || months > 600) {
        throw new IllegalArgumentException("points live 1 to 600 months");
      }
    }

    @Override
    public Optional<Instant> expiry(Instant usableFrom) {
      return Optional.of(usableFrom.atOffset(ZoneOffset.UTC).plusMonths(months).toInstant());
    }
  }
}
