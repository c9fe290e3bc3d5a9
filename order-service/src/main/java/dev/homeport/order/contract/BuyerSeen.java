package dev.homeport.order.contract;

import dev.homeport.order.order.Address;
import dev.homeport.order.order.Buyer;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code dev.homeport.order.buyer-seen.v1}: who bought or sent back, as the channel names them. The
 * only event with personal data.
 *
 * @param orderId the order, or the free return, that names the buyer
 * @param externalBuyerId what the identity is made from together with the channel; for a guest
 *     {@code email:}, {@code phone:} or {@code order:} and the value
 * @param seenAt since when the source describes the buyer so
 * @param revision of the order or return that brought it
 */
public record BuyerSeen(
    UUID identityId,
    UUID orderId,
    String channel,
    String externalBuyerId,
    Instant seenAt,
    String country,
    @Nullable String email,
    @Nullable String phone,
    @Nullable String name,
    @Nullable Address address,
    long revision,
    boolean backfill) {

  public static final String TYPE = "dev.homeport.order.buyer-seen.v1";

  public static BuyerSeen of(
      UUID identityId,
      UUID documentId,
      String channel,
      String externalBuyerId,
      Instant seenAt,
      Buyer buyer,
      long revision,
      boolean backfill) {
    return new BuyerSeen(
        identityId,
        documentId,
        channel,
        externalBuyerId,
        seenAt,
        buyer.country(),
        buyer.email(),
        buyer.phone(),
        buyer.name(),
        buyer.address(),
        revision,
        backfill);
  }
}
