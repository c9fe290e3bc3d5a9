package dev.homeport.customer.inbound;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is read of {@code dev.homeport.order.buyer-seen.v1}: the buyer of one order as the channel
 * describes them, perhaps masked.
 *
 * @param seenAt since when the channel describes them so; decides between two descriptions
 */
record BuyerSeen(
    @JsonProperty(required = true) UUID identityId,
    @JsonProperty(required = true) String channel,
    @JsonProperty(required = true) String externalBuyerId,
    @JsonProperty(required = true) Instant seenAt,
    @Nullable String country,
    @Nullable String email,
    @Nullable String phone,
    @Nullable String name,
    @Nullable Address address) {

  static final String TYPE = "dev.homeport.order.buyer-seen.v1";

  /** Where the order was sent. */
  record Address(
      @Nullable String name,
      @Nullable String line1,
      @Nullable String line2,
      @Nullable String city,
      @Nullable String region,
      @Nullable String postcode,
      @Nullable String country) {}
}
