package dev.homeport.analytics.fact;

import java.util.Optional;
import java.util.UUID;

/**
 * Derives again what follows from facts: their days in the tenant's zone, the values of customers.
 */
public interface Derivation {

  /** How many customers there are to derive, those without facts included. */
  long customers();

  /**
   * Derives the next customers in the order of their ids, in the caller's transaction.
   *
   * @param after where to go on; empty for the first ones
   * @return empty when there are none left
   */
  Optional<Derived> derive(Optional<UUID> after, int limit);

  /**
   * What was done.
   *
   * @param customers how many were derived
   * @param corrected how many of them had values that did not follow from the facts
   * @param last the last one
   */
  record Derived(int customers, int corrected, UUID last) {}
}
