package dev.homeport.analytics.acquisition;

import java.time.Instant;
import java.util.Optional;

/** The rules of the present tenant. */
public interface RuleBook {

  /** Those in use. */
  Edition current();

  /** The same, kept by nobody else until the transaction ends. */
  Edition lock();

  /** Replaces them. */
  Edition write(AttributionRules rules);

  /**
   * Rules as they stand.
   *
   * @param version rises with every change; 0 for the default ones
   * @param changedAt when they were stated; empty for the default ones
   */
  record Edition(AttributionRules rules, long version, Optional<Instant> changedAt) {}
}
