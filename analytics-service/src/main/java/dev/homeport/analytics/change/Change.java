package dev.homeport.analytics.change;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * What one transaction changed.
 *
 * @param customers about whom something is different now
 * @param at when the transaction said so
 */
public record Change(UUID id, Cause cause, Set<UUID> customers, Instant at) {

  public Change {
    customers = Set.copyOf(customers);
  }
}
