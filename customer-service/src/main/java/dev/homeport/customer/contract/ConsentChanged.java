package dev.homeport.customer.contract;

import dev.homeport.platform.event.OutboundEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The data of {@code homeport.consent.v1}: what a customer's data may be used for.
 *
 * @param purposes each purpose of the merchant once, sorted by code
 */
public record ConsentChanged(UUID customerId, List<Use> purposes, long revision) {

  /** The CloudEvents type. */
  public static final String TYPE = "dev.homeport.customer.consent-changed.v1";

  public ConsentChanged {
    purposes = List.copyOf(purposes);
  }

  /**
   * Whether data may be used for one purpose.
   *
   * @param until when {@code allowed} ends by itself; absent: it does not
   */
  public record Use(String purpose, boolean allowed, String state, @Nullable Instant until) {}

  /** As it goes into the outbox. */
  public OutboundEvent toEvent() {
    String key = customerId.toString();
    return OutboundEvent.of(CustomerTopics.CONSENT, key, TYPE, key, revision, this);
  }
}
