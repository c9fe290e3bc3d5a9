package dev.homeport.gateway.webhook.store;

import dev.homeport.platform.id.Ids;
import java.util.UUID;

/**
 * A delivery to be made.
 *
 * @param lane what it goes out in order with
 * @param body what is sent, to the letter
 */
public record NewDelivery(
    UUID id, UUID endpointId, String lane, UUID eventId, String eventType, String body) {

  public static NewDelivery of(
      UUID endpointId, String lane, UUID eventId, String eventType, String body) {
    return new NewDelivery(Ids.next(), endpointId, lane, eventId, eventType, body);
  }
}
