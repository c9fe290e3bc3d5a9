package dev.homeport.analytics.derived;

import java.time.Instant;
import java.util.Optional;

/** When what is {@link Derived} of the present tenant was derived, and how to have it so now. */
public interface Derivations {

  /** When it was derived last; empty when it never was. */
  Optional<Instant> derivedAt(String name);

  /** Derives everything again, each in a transaction of its own, whatever the facts are. */
  void deriveAll();
}
