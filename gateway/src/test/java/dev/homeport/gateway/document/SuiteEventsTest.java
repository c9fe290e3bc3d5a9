package dev.homeport.gateway.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.homeport.platform.asyncapi.EventContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the services have committed about their events, merged. */
class SuiteEventsTest {
  private static final List<String> SERVICES =
      List.of(
          "gateway", "analytics-service", "customer-service", "loyalty-service", "order-service");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ObjectNode merged = merge();

  @Test
  void everyReferenceLeadsSomewhereWithinTheDocument() {
    List<JsonNode> references = merged.findValues("$ref");
    assertThat(references).hasSizeGreaterThan(50);
    for (JsonNode reference : references) {
      assertThat(reference.textValue()).startsWith("#/");
      assertThat(merged.at(JsonPointer.compile(reference.textValue().substring(1))).isMissingNode())
          .as(reference.textValue())
          .isFalse();
    }
  }

  @Test
  void everyTopicAndEveryTypeThatIsTalkedAboutIsThere() throws IOException {
    String text = Files.readString(Path.of("../docs/events.md"));
    String table =
        text.lines().filter(line -> line.startsWith("| `homeport.")).reduce("", String::concat);
    var topics = new TreeSet<String>();
    var types = new TreeSet<String>();
    for (JsonNode channel : merged.path("channels")) {
      // Webhooks go to addresses of the tenants', not to a topic.
      if (!channel.path("address").asText().startsWith("{")) {
        topics.add(channel.path("address").asText());
        channel.path("messages").forEach(message -> types.add(name(message)));
      }
    }
    assertThat(topics).isEqualTo(found("homeport\\.[a-z]+\\.v[0-9]+", table));
    assertThat(types).isEqualTo(found("dev\\.homeport\\.[a-z.-]+\\.v[0-9]+", table));
  }

  private String name(JsonNode reference) {
    return merged.at(reference.path("$ref").asText().substring(1)).path("name").asText();
  }

  @Test
  void webhooksAreAChannelWithMessagesOfTheirOwn() {
    assertThat(merged.at("/channels/webhook/messages"))
        .extracting(this::name)
        .contains("dev.homeport.gateway.webhook-endpoint-disabled.v1");
  }

  @Test
  void aTopicIsOneChannelWithAllItsMessages() {
    var addresses = new ArrayList<String>();
    merged.path("channels").forEach(channel -> addresses.add(channel.path("address").asText()));
    assertThat(addresses).doesNotHaveDuplicates();
    for (JsonNode channel : merged.path("channels")) {
      assertThat(channel.path("messages")).as(channel.toString()).isNotEmpty();
      assertThat(channel.path("description").asText()).doesNotContain("owned by");
    }
  }

  @Test
  void everyOperationSaysWhoseItIs() {
    JsonNode operations = merged.path("operations");
    assertThat(operations.fieldNames())
        .toIterable()
        .contains("publishScores", "analyticsServiceTakeOrders", "loyaltyServiceTakeOrders");
    for (JsonNode operation : operations) {
      assertThat(operation.at("/action").asText()).isIn("send", "receive");
      assertThat(SERVICES).contains(operation.at("/tags/0/name").asText());
      String channel = operation.at("/channel/$ref").asText();
      assertThat(channel).startsWith("#/channels/");
      operation
          .path("messages")
          .forEach(
              message ->
                  assertThat(message.path("$ref").asText()).startsWith(channel + "/messages/"));
    }
  }

  @Test
  void everySampleIsWhatTheMergedSchemaSays() throws IOException {
    int tried = 0;
    for (String service : SERVICES) {
      try (var samples = Files.list(Path.of("..", service, "contracts/samples"))) {
        for (Path sample : samples.filter(file -> file.toString().endsWith(".json")).toList()) {
          String name = sample.getFileName().toString().replaceFirst("(--.*)?[.]json$", "");
          String schema = schemaOf(name);
          if (!schema.isEmpty()) {
            assertThat(faults(schema, JSON.readTree(sample.toFile()))).as(sample + "").isEmpty();
            assertThat(faults(schema, JSON.readTree("{\"x\":1}"))).as(schema).isNotEmpty();
            tried++;
          }
        }
      }
    }
    assertThat(tried).isGreaterThan(20);
  }

  @Test
  void whatTwoServicesCallAlikeIsToldApart() {
    ObjectNode one =
        document("a", "homeport.x.v1", "{\"type\":\"string\"}", "dev.homeport.a.thing.v1");
    ObjectNode two =
        document("a", "homeport.y.v1", "{\"type\":\"object\"}", "dev.homeport.b.thing.v1");
    ObjectNode both =
        SuiteEvents.merge(
            List.of(new ServiceEvents("one-service", one), new ServiceEvents("two-service", two)),
            List.of("three-service"));
    assertThat(both.path("channels").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("a", "twoServiceA");
    assertThat(both.at("/components/messages").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("oneServiceThing", "twoServiceThing");
    assertThat(both.at("/components/messages/twoServiceThing/payload/$ref").asText())
        .isEqualTo("#/components/schemas/twoServiceThing.v1");
    assertThat(both.at("/components/schemas/twoServiceThing.v1/schema/type").asText())
        .isEqualTo("object");
    assertThat(both.at("/operations/twoServicePublish/channel/$ref").asText())
        .isEqualTo("#/channels/twoServiceA");
    assertThat(both.at("/x-missing-services/0").asText()).isEqualTo("three-service");
    assertThat(both.at("/channels/twoServiceA/messages/thing/$ref").asText())
        .isEqualTo("#/components/messages/twoServiceThing");
  }

  private static ObjectNode document(String channel, String topic, String schema, String type) {
    try {
      return (ObjectNode)
          JSON.readTree(
              """
              {"channels":{"%s":{"address":"%s","messages":{"thing":
                 {"$ref":"#/components/messages/thing"}}}},
               "operations":{"publish":{"action":"send","channel":{"$ref":"#/channels/%s"}}},
               "components":{"messages":{"thing":{"name":"%s",
                 "payload":{"$ref":"#/components/schemas/thing.v1"}}},
               "schemas":{"thing.v1":{"schema":%s}}}}"""
                  .formatted(channel, topic, channel, type, schema));
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static TreeSet<String> found(String pattern, String text) {
    var found = new TreeSet<String>();
    Pattern.compile("`(" + pattern + ")`")
        .matcher(text)
        .results()
        .forEach(m -> found.add(m.group(1)));
    return found;
  }

  /** {@code customer-changed-merged} is a sample of {@code customer-changed}. */
  private String schemaOf(String sample) {
    String longest = "";
    for (var schema : merged.at("/components/schemas").properties()) {
      String name = schema.getKey().replaceFirst("[.]v1$", "");
      if (sample.startsWith(name) && schema.getKey().length() > longest.length()) {
        longest = schema.getKey();
      }
    }
    return longest;
  }

  private List<String> faults(String schema, JsonNode sample) {
    ObjectNode whole = JSON.createObjectNode();
    whole.put("$ref", "#/components/schemas/" + schema + "/schema");
    whole.set("components", merged.path("components"));
    return JsonSchemaFactory.getInstance(VersionFlag.V202012)
        .getSchema(whole)
        .validate(sample)
        .stream()
        .map(Object::toString)
        .toList();
  }

  private static ObjectNode merge() {
    var all = new ArrayList<ServiceEvents>();
    for (String service : SERVICES) {
      Path contracts = Path.of("..", service, "contracts");
      all.add(
          new ServiceEvents(
              service,
              EventContract.read(
                      name -> {
                        Path file = contracts.resolve(name);
                        return Files.exists(file) ? Files.newInputStream(file) : null;
                      })
                  .orElseThrow()));
    }
    return SuiteEvents.merge(all, List.of());
  }
}
