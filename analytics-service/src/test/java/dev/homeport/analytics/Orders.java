package dev.homeport.analytics;

import dev.homeport.platform.testing.TestEvents;
import dev.homeport.platform.testing.TestEvents.Sent;
import java.util.UUID;

/**
 * Events of order-service and customer-service, as JSON that no class of this service has written.
 */
public final class Orders {
  public static final String TOPIC = "homeport.order.v1";
  public static final String IDENTITIES = "homeport.identity.v1";

  private Orders() {}

  /** An order with one line of goods, in a currency that needs no conversion. */
  public record Order(
      UUID orderId,
      UUID identityId,
      long revision,
      String placedAt,
      String status,
      String total,
      String returned,
      String returnedQuantity,
      boolean converted) {

    public static Order of(UUID identity, String placedAt, String total) {
      return new Order(UUID.randomUUID(), identity, 1, placedAt, "placed", total, "0", "0", true);
    }

    public Order cancelled() {
      return new Order(
          orderId,
          identityId,
          revision + 1,
          placedAt,
          "cancelled",
          total,
          returned,
          returnedQuantity,
          converted);
    }

    public Order returned(String amount, String quantity) {
      return new Order(
          orderId, identityId, revision + 1, placedAt, status, total, amount, quantity, converted);
    }

    public Order pending() {
      return new Order(
          orderId,
          identityId,
          revision,
          placedAt,
          status,
          total,
          returned,
          returnedQuantity,
          false);
    }

    public Order nowConverted() {
      return new Order(
          orderId,
          identityId,
          revision + 1,
          placedAt,
          status,
          total,
          returned,
          returnedQuantity,
          true);
    }

    public Sent event(UUID tenant) {
      String reporting =
          converted
              ? """
                "reporting":{"currency":"EUR","rate":"1","rateDate":"2026-01-01",\
                "total":"%s","returned":"%s"},"""
                  .formatted(total, returned)
              : "";
      return new Sent(
          identityId.toString(),
          "dev.homeport.order.recorded.v1",
          tenant,
          """
          {"orderId":"%s","identityId":"%s","revision":%d,"change":"placed","channel":"shop-de",
           "market":"DE","externalId":"%s","country":"DE","placedAt":"%s","status":"%s",
           "currency":"EUR","lines":[{"lineNo":1,"sku":"MUG-1","name":"Mug","category":"kitchen",
           "quantity":"2","unitPrice":"%s","discount":"0","tax":"0","kind":"product",
           "returnedQuantity":"%s"}],"total":"%s","returned":"%s","returns":[],%s
           "aFieldOfTomorrow":{"x":1},"backfill":false}"""
              .formatted(
                  orderId,
                  identityId,
                  revision,
                  orderId,
                  placedAt,
                  status,
                  total,
                  returnedQuantity,
                  total,
                  returned,
                  reporting));
    }
  }

  /** A return without an order. */
  public static Sent freeReturn(
      UUID tenant,
      UUID returnId,
      UUID identity,
      long revision,
      String returnedAt,
      String amount,
      boolean reversed) {
    return new Sent(
        identity.toString(),
        "dev.homeport.order.free-return-recorded.v1",
        tenant,
        """
        {"returnId":"%s","identityId":"%s","revision":%d,"change":"recorded","channel":"shop-de",
         "market":"DE","externalId":"R","country":"DE","returnedAt":"%s","currency":"EUR",
         "lines":[],"amount":"%s","reporting":{"currency":"EUR","rate":"1",
         "rateDate":"2026-01-01","amount":"%s"},"reason":"broken","reversed":%s,"backfill":false}"""
            .formatted(returnId, identity, revision, returnedAt, amount, amount, reversed));
  }

  /** Says whose an identity is. */
  public static Sent mapped(UUID tenant, UUID identity, UUID customer, long revision) {
    return new Sent(
        identity.toString(),
        "dev.homeport.customer.identity-mapped.v1",
        tenant,
        """
        {"identityId":"%s","customerId":"%s","epoch":1,"revision":%d}"""
            .formatted(identity, customer, revision));
  }

  /** Sends orders. */
  public static void send(UUID tenant, Order... orders) {
    TestEvents.send(
        TOPIC, java.util.Arrays.stream(orders).map(order -> order.event(tenant)).toList());
  }
}
