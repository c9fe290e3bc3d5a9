package dev.homeport.analytics.inbound;

import static java.util.Objects.requireNonNull;

import dev.homeport.analytics.profile.Consent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code dev.homeport.customer.consent-changed.v1}: what a customer's data may be used for.
 *
 * @param purposes each purpose of the merchant once
 */
record ConsentChanged(UUID customerId, List<Use> purposes, long revision) {

  ConsentChanged {
    requireNonNull(customerId, "customerId");
    purposes = List.copyOf(purposes);
  }

  /** Whether data may be used for a purpose, and until when. */
  record Use(String purpose, boolean allowed, @Nullable Instant until) {}

  Consent consent() {
    return new Consent(
        customerId,
        purposes.stream()
            .filter(Use::allowed)
            .map(use -> new Consent.Use(use.purpose(), use.until()))
            .toList(),
        revision);
  }
}
