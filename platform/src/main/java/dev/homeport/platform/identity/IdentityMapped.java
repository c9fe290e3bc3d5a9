package dev.homeport.platform.identity;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.BinaryOperator;

/**
 * {@code dev.homeport.customer.identity-mapped.v1}: whose an identity is today.
 *
 * @param epoch counts the changes of the identity's customer
 * @param revision a lower one never replaces a higher one
 */
public record IdentityMapped(UUID identityId, UUID customerId, int epoch, long revision) {
  public static final String TYPE = "dev.homeport.customer.identity-mapped.v1";

  public IdentityMapped {
    requireNonNull(identityId, "identityId");
    requireNonNull(customerId, "customerId");
  }

  /** The highest revision of each identity: one statement may not touch a row twice. */
  public static Collection<IdentityMapped> newest(List<IdentityMapped> mappings) {
    var newest = new HashMap<UUID, IdentityMapped>();
    BinaryOperator<IdentityMapped> higher = (a, b) -> a.revision() >= b.revision() ? a : b;
    mappings.forEach(mapping -> newest.merge(mapping.identityId(), mapping, higher));
    return newest.values();
  }
}
