package dev.homeport.gateway.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.homeport.platform.event.EventJson;
import dev.homeport.platform.event.InboundEvent;
import java.time.Instant;
import java.util.UUID;

/** CloudEvents 1.0 in structured JSON mode: the bodies that endpoints get. */
public final class CloudEventJson {
  private static final String OWN = "/homeport/gateway";

  private CloudEventJson() {}

  /** An event of a topic. */
  public static String of(InboundEvent<JsonNode> event) {
    return write(
        event.id(),
        event.source(),
        event.type(),
        event.subject(),
        event.time(),
        event.tenant(),
        event.key(),
        event.data());
  }

  /** An event of the gateway's own. */
  public static String own(
      UUID id, String type, String subject, Instant time, UUID tenant, JsonNode data) {
    return write(id, OWN, type, subject, time, tenant, subject, data);
  }

  private static String write(
      UUID id,
      String source,
      String type,
      String subject,
      Instant time,
      UUID tenant,
      String key,
      JsonNode data) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("specversion", "1.0");
    event.put("id", id.toString());
    event.put("source", source);
    event.put("type", type);
    event.put("subject", subject);
    event.put("time", time.toString());
    event.put("datacontenttype", "application/json");
    event.put("tenantid", tenant.toString());
    event.put("partitionkey", key);
    event.set("data", data);
    return EventJson.write(event);
  }
}
