package dev.homeport.order.marketplace.rest;

import dev.homeport.order.marketplace.Delivery;
import dev.homeport.order.marketplace.DeliveryStatus;
import dev.homeport.platform.id.Ids;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A body that a platform has sent, without the body. */
@Schema(
    name = "IntakeDelivery",
    description = "A body that a platform has sent, and what became of it; without the body.")
public record DeliveryView(
    @Schema(examples = "inb_019ab3de-51d0-7c1e-9a3b-0d7a5e6f1b2c") String id,
    @Schema(examples = "shop-de") String channel,
    @Schema(description = "What the platform calls the occasion.", examples = "orders/create")
        @Nullable String topic,
    @Schema(
            description = "The platform's own number of the delivery.",
            examples = "b54557e4-bdd9-4b37-8a5f-bf7d70bcd043")
        @Nullable String deliveryId,
    Instant receivedAt,
    @Schema(description = "Octets of the body.", examples = "5120") int size,
    DeliveryStatus status,
    @Schema(description = "Why it was ignored or is in quarantine.", examples = "currency-missing")
        @Nullable String reason,
    @Schema(description = "The same for people.") @Nullable String detail,
    @Schema(description = "The place in the body, as a JSON Pointer.", examples = "/currency")
        @Nullable String pointer,
    @Schema(
            description = "The order, as the channel names it, at whose coming it is tried again.",
            examples = "450789469")
        @Nullable String waitsFor,
    @Schema(description = "How often it was mapped.", examples = "1") int attempts,
    @Schema(description = "When it was mapped last.") Instant settledAt) {
  static final String PREFIX = "inb";

  static DeliveryView from(Delivery delivery) {
    var verdict = delivery.verdict();
    return new DeliveryView(
        Ids.show(PREFIX, delivery.id()),
        delivery.channel(),
        delivery.topic(),
        delivery.deliveryId(),
        delivery.receivedAt(),
        delivery.size(),
        verdict.status(),
        verdict.code(),
        verdict.detail(),
        verdict.pointer(),
        verdict.waitsFor(),
        delivery.attempts(),
        delivery.settledAt());
  }
}
