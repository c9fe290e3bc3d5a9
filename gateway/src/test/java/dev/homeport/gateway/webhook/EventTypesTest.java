package dev.homeport.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class EventTypesTest {
  private static final List<String> SERVICES =
      List.of("analytics-service", "customer-service", "loyalty-service", "order-service");

  /** Personal data lies on them. */
  private static final Set<String> NEVER = Set.of("homeport.buyer.v1", "homeport.access.v1");

  @Test
  void whatServicesPublishCanBeAskedForButForPersonalData() throws IOException {
    var published = new TreeMap<String, Set<String>>();
    for (String service : SERVICES) {
      for (var topic : sent(service).entrySet()) {
        published.computeIfAbsent(topic.getKey(), key -> new TreeSet<>()).addAll(topic.getValue());
      }
    }
    published.keySet().removeAll(NEVER);
    // Every service says so itself; the contract of the topic's owner has it among what it takes.
    published.get("homeport.erasure.v1").add("dev.homeport.erasure-confirmed.v1");

    var offered = new TreeMap<String, Set<String>>();
    EventTypes.BY_TOPIC.forEach((topic, types) -> offered.put(topic, new TreeSet<>(types)));
    assertThat(offered).isEqualTo(published);
  }

  @Test
  void aPatternMeansATypeAFamilyOrAll() {
    String order = "dev.homeport.order.recorded.v1";
    assertThat(EventTypes.matches("*", order)).isTrue();
    assertThat(EventTypes.matches("dev.homeport.order.*", order)).isTrue();
    assertThat(EventTypes.matches(order, order)).isTrue();
    assertThat(EventTypes.matches("dev.homeport.ord.*", order)).isFalse();
    assertThat(EventTypes.matches("dev.homeport.order", order)).isFalse();
    assertThat(EventTypes.known("dev.homeport.buyer.*")).isFalse();
    assertThat(EventTypes.known("dev.homeport.order.buyer-seen.v1")).isFalse();
  }

  private static TreeMap<String, Set<String>> sent(String service) throws IOException {
    JsonNode document =
        new YAMLMapper().readTree(Path.of("..", service, "contracts/asyncapi.yaml").toFile());
    var sent = new TreeMap<String, Set<String>>();
    for (JsonNode operation : document.path("operations")) {
      if (operation.path("action").asText().equals("send")) {
        JsonNode channel = at(document, operation.path("channel"));
        JsonNode messages =
            operation.has("messages") ? operation.path("messages") : channel.path("messages");
        for (JsonNode message : messages) {
          JsonNode named = at(document, at(document, message));
          sent.computeIfAbsent(channel.path("address").asText(), key -> new TreeSet<>())
              .add(named.path("name").asText());
        }
      }
    }
    return sent;
  }

  private static JsonNode at(JsonNode document, JsonNode reference) {
    return reference.has("$ref")
        ? document.at(reference.path("$ref").asText().substring(1))
        : reference;
  }
}
