package dev.homeport.loyalty.rating;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * Whose facts an order is rated with: identities that were one member when it was placed. A merge
 * therefore rates nothing again, and a merge that was reversed never was.
 */
@FunctionalInterface
public interface Together {
  /** Every identity by itself. */
  Together ALONE = (identity, _) -> Set.of(identity);

  /** The identities that were one member with an identity at a moment, itself among them. */
  Set<UUID> at(UUID identity, Instant moment);
}
