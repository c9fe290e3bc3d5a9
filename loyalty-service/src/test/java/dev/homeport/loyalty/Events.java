package dev.homeport.loyalty;

import dev.homeport.platform.testing.TestEvents;
import dev.homeport.platform.testing.TestEvents.Sent;
import java.util.Arrays;
import java.util.UUID;

/** Events as order-service and customer-service send them. */
public final class Events {
  private Events() {}

  /** What is sent, before the tenant is known. */
  public record Event(UUID key, String type, String data) {}

  public static void send(UUID tenant, Event... events) {
    TestEvents.send(
        "homeport.order.v1",
        Arrays.stream(events)
            .map(event -> new Sent(event.key().toString(), event.type(), tenant, event.data()))
            .toList());
  }

  public static Event order(
      UUID order, UUID identity, long revision, String total, String returned) {
    return order(order, identity, revision, total, returned, "EUR");
  }

  public static Event order(
      UUID order, UUID identity, long revision, String total, String returned, String currency) {
    String data =
        """
        {"orderId":"%s","identityId":"%s","revision":%d,"change":"placed","channel":"shop-de",
        "market":"DE","externalId":"%s","country":"DE","placedAt":"2026-11-01T10:00:00Z",
        "status":"paid","currency":"%s","lines":[{"lineNo":1,"sku":"MUG-1","name":"Mug",
        "quantity":"1","unitPrice":"%s","discount":"0","tax":"0","kind":"product",
        "returnedQuantity":"0"}],"total":"%s","returned":"%s","returns":[],"backfill":false}"""
            .formatted(order, identity, revision, order, currency, total, total, returned);
    return new Event(identity, "dev.homeport.order.recorded.v1", data);
  }

  public static Event freeReturn(UUID id, UUID identity, long revision, String amount) {
    return freeReturn(id, identity, revision, amount, false);
  }

  /**
   * A free return.
   *
   * @param reversed whether it no longer counts by itself: a mistake, or attached to an order
   */
  public static Event freeReturn(
      UUID id, UUID identity, long revision, String amount, boolean reversed) {
    String data =
        """
        {"returnId":"%s","identityId":"%s","revision":%d,"change":"recorded","channel":"shop-de",
        "market":"DE","externalId":"%s","country":"DE","returnedAt":"2026-11-02T10:00:00Z",
        "currency":"EUR","lines":[{"lineNo":1,"sku":"MUG-1","quantity":"1","unitPrice":"%s",
        "kind":"product"}],"amount":"%s","reversed":%s,"backfill":false}"""
            .formatted(id, identity, revision, id, amount, amount, reversed);
    return new Event(identity, "dev.homeport.order.free-return-recorded.v1", data);
  }

  /** Says whose an identity is. */
  public static void map(UUID tenant, UUID identity, UUID customer, long revision) {
    String data =
        """
        {"identityId":"%s","customerId":"%s","epoch":1,"revision":%d}"""
            .formatted(identity, customer, revision);
    TestEvents.send(
        "homeport.identity.v1",
        new Sent(identity.toString(), "dev.homeport.customer.identity-mapped.v1", tenant, data));
  }
}
