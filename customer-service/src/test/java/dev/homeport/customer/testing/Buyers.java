package dev.homeport.customer.testing;

import dev.homeport.platform.event.EventJson;
import dev.homeport.platform.id.KeyedIds;
import dev.homeport.platform.testing.TestEvents;
import io.quarkus.arc.Arc;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;

/** Buyers as order-service tells of them. */
public final class Buyers {
  /** The topic. */
  public static final String TOPIC = "homeport.buyer.v1";

  private static final String TYPE = "dev.homeport.order.buyer-seen.v1";

  private Buyers() {}

  /** The event of one order; fields of the given JSON object stand over the defaults. */
  public static TestEvents.Sent event(
      UUID tenant, String channel, String externalId, String fields) {
    UUID identity = identity(tenant, channel, externalId);
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("identityId", identity);
    data.put("orderId", UUID.randomUUID());
    data.put("channel", channel);
    data.put("externalBuyerId", externalId);
    data.put("seenAt", "2026-11-01T10:00:00Z");
    data.put("revision", 1);
    data.put("backfill", false);
    data.putAll(EventJson.read(fields, LinkedHashMap.class));
    return new TestEvents.Sent(identity.toString(), TYPE, tenant, EventJson.write(data));
  }

  /** Sends the event of one order. */
  public static void send(UUID tenant, String channel, String externalId, String fields) {
    TestEvents.send(TOPIC, event(tenant, channel, externalId, fields));
  }

  /** Sends the event of one order and waits for the customer of its buyer; returns its id. */
  public static String arrives(UUID tenant, String channel, String externalId, String fields) {
    send(tenant, channel, externalId, fields);
    String path = "/v1/identities/" + channel + "/" + externalId;
    await(() -> Requests.as(tenant).get(path).then().statusCode(200));
    return Requests.as(tenant).get(path).path("id");
  }

  /** The id of an identity, as every service computes it. */
  public static UUID identity(UUID tenant, String channel, String externalId) {
    return Arc.container().instance(KeyedIds.class).get().identity(tenant, channel, externalId);
  }

  /** Waits until what is asserted holds. */
  public static void await(ThrowingRunnable assertion) {
    Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(assertion);
  }
}
