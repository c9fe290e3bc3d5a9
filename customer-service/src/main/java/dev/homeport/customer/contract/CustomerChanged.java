package dev.homeport.customer.contract;

import dev.homeport.platform.event.OutboundEvent;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The data of {@code homeport.customer.v1}: nothing by which a person could be recognised.
 *
 * @param country ISO 3166-1 alpha-2
 * @param language BCP 47
 * @param status {@code active}, {@code merged} when its identities belong to another customer, or
 *     {@code erased} when the person was forgotten
 */
public record CustomerChanged(
    UUID customerId,
    @Nullable String country,
    @Nullable String language,
    List<String> tags,
    String status,
    long revision) {

  /** The CloudEvents type. */
  public static final String TYPE = "dev.homeport.customer.changed.v1";

  public CustomerChanged {
    tags = List.copyOf(tags);
  }

  /** As it goes into the outbox. */
  public OutboundEvent toEvent() {
    String key = customerId.toString();
    return OutboundEvent.of(CustomerTopics.CUSTOMER, key, TYPE, key, revision, this);
  }
}
