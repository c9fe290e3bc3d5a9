package dev.homeport.loyalty.migration;

import dev.homeport.loyalty.fact.MigrationFact;
import dev.homeport.loyalty.fact.MigrationFact.Tier;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a member brings along.
 *
 * @param member who
 * @param programme by its key; null: the oldest
 */
public record Brought(
    Who member, @Nullable String programme, List<MigrationFact.Points> lots, @Nullable Tier tier) {
  /** Copies. */
  public Brought {
    lots = List.copyOf(lots);
  }

  /** Whose it is. */
  public sealed interface Who {
    /** A buyer on a channel, who may not have been heard of yet. */
    record Buyer(UUID identityId) implements Who {}

    /** A customer of whom an identity is known: it goes to the first. */
    record Customer(UUID customerId) implements Who {}
  }
}
