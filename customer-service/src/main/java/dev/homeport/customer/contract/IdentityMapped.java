package dev.homeport.customer.contract;

import dev.homeport.platform.event.OutboundEvent;
import java.util.UUID;

/**
 * The data of {@code homeport.identity.v1}: whose a buyer is today.
 *
 * @param epoch 1 at first, one more with each change of the customer
 */
public record IdentityMapped(UUID identityId, UUID customerId, int epoch, long revision) {

  /** The CloudEvents type. */
  public static final String TYPE = "dev.homeport.customer.identity-mapped.v1";

  /** As it goes into the outbox. */
  public OutboundEvent toEvent() {
    String key = identityId.toString();
    return OutboundEvent.of(CustomerTopics.IDENTITY, key, TYPE, key, revision, this);
  }
}
