package dev.homeport.analytics.rfm.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.homeport.analytics.contract.GroupChanged;
import dev.homeport.platform.event.EventJson;
import dev.homeport.platform.testing.TestEvents;
import dev.homeport.platform.testing.TestEvents.Sent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** What was told of the customers of a tenant, as a consumer takes it. */
final class Told {
  private static final String TOPIC = "homeport.score.v1";
  private static final int MARKS = 40;

  private final List<JsonNode> events;

  private Told(List<JsonNode> events) {
    this.events = events;
  }

  /** Everything so far: events that others leave at the end of each partition mark it. */
  static Told of(UUID tenant) {
    UUID mark = UUID.randomUUID();
    TestEvents.send(
        TOPIC,
        IntStream.range(0, MARKS)
            .mapToObj(_ -> new Sent(UUID.randomUUID().toString(), "a-mark", mark, "{}"))
            .toList());
    Map<UUID, JsonNode> events = new HashMap<>();
    TestEvents.receive(
        TOPIC,
        MARKS,
        sent -> {
          if (sent.tenant().equals(tenant) && sent.type().equals(GroupChanged.TYPE)) {
            events.put(sent.id(), EventJson.tree(sent.data()));
          }
          return sent.tenant().equals(mark);
        });
    var sorted = new ArrayList<>(events.values());
    sorted.sort(Comparator.comparing(event -> event.get("revision").asLong()));
    return new Told(sorted);
  }

  List<JsonNode> events() {
    return events;
  }

  /** The groups that a consumer holds in the end; each event has to be a change. */
  Map<String, Map<UUID, String>> replayed() {
    Map<String, Map<UUID, String>> groups = new HashMap<>();
    for (JsonNode event : events) {
      Map<UUID, String> held =
          groups.computeIfAbsent(event.get("scoring").asText(), _ -> new HashMap<>());
      UUID customer = UUID.fromString(event.get("customerId").asText());
      String before = event.path("previousGroup").path("key").asText("");
      String after = event.path("group").path("key").asText("");
      assertThat(before)
          .as("%s", event)
          .isEqualTo(held.getOrDefault(customer, ""))
          .isNotEqualTo(after);
      assertThat(event.has("scores")).isEqualTo(!after.isEmpty());
      if (after.isEmpty()) {
        held.remove(customer);
      } else {
        held.put(customer, after);
      }
    }
    return groups;
  }
}
