package dev.homeport.customer.contract;

import dev.homeport.platform.event.OutboundEvent;
import dev.homeport.platform.event.Topic;
import java.util.List;
import java.util.UUID;

/**
 * The data of {@code homeport.erasure.v1} and {@code homeport.access.v1} when something is asked of
 * every service.
 *
 * @param identityIds all that the person is, or was
 */
public record PrivacyAsked(UUID requestId, UUID customerId, List<UUID> identityIds) {

  /** A person is to be forgotten. */
  public static final String ERASURE = "dev.homeport.customer.erasure-asked.v1";

  /** A person wants to know what is held of them. */
  public static final String ACCESS = "dev.homeport.customer.access-asked.v1";

  public PrivacyAsked {
    identityIds = List.copyOf(identityIds);
  }

  /** As it goes into the outbox. */
  public OutboundEvent toEvent(Topic topic, String type) {
    return OutboundEvent.of(topic, customerId.toString(), type, requestId.toString(), 0, this);
  }
}
