package dev.homeport.gateway.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Services that choose their names badly, thousands of them: none loses what it means. */
class RandomSuitesTest {
  private static final long SEED = 20261122;
  private static final List<String> SERVICES = List.of("a", "b-c", "b");
  private static final List<String> NAMES =
      List.of("X", "Y", "AX", "BCX", "BX", "CX", "aX", "bCX", "x", "BCX2");

  @Test
  void noMergeConfusesWhatWasToldApart() {
    var random = new Random(SEED);
    for (int round = 0; round < 3_000; round++) {
      List<ObjectNode> documents = SERVICES.stream().map(s -> document(s, random)).toList();
      var apis = new ArrayList<ServiceApi>();
      for (int i = 0; i < SERVICES.size(); i++) {
        apis.add(ServiceApi.of(SERVICES.get(i), documents.get(i)));
      }
      var merged = new MergedApi(SuiteApi.merge(apis, List.of()));
      String suite = "seed " + SEED + " round " + round;

      assertThat(merged.operationIds())
          .as(suite)
          .hasSize(operations(documents))
          .doesNotHaveDuplicates();
      assertThat(merged.dangling()).as(suite).isEmpty();
      for (ObjectNode document : documents) {
        for (var path : document.get("paths").properties()) {
          JsonNode before = path.getValue().at("/get/schema");
          JsonNode after = merged.operation("get", path.getKey()).path("schema");
          assertThat(meaning(merged, after, 0))
              .as(suite)
              .isEqualTo(meaning(new MergedApi(document), before, 0));
        }
      }
    }
  }

  private static int operations(List<ObjectNode> documents) {
    return documents.stream().mapToInt(document -> document.get("paths").size()).sum();
  }

  /** What a schema says, as far as four references lead. */
  private static String meaning(MergedApi api, JsonNode schema, int depth) {
    JsonNode resolved = api.resolve(schema);
    String text = resolved.path("description").asText();
    return depth == 4 || !resolved.has("items")
        ? text
        : text + ">" + meaning(api, resolved.get("items"), depth + 1);
  }

  private static ObjectNode document(String service, Random random) {
    ObjectNode document = JsonNodeFactory.instance.objectNode().put("openapi", "3.1.0");
    ObjectNode paths = document.putObject("paths");
    ObjectNode schemas = document.putObject("components").putObject("schemas");
    List<String> own = NAMES.stream().filter(_ -> random.nextBoolean()).toList();
    for (String name : own) {
      ObjectNode schema = schemas.putObject(name).put("description", "d" + random.nextInt(2));
      if (random.nextBoolean()) {
        refer(schema.putObject("items"), own, random);
      }
      ObjectNode operation =
          paths.putObject("/v1/" + service + "/" + name).putObject("get").put("operationId", name);
      refer(operation.putObject("schema"), own, random);
    }
    return document;
  }

  private static void refer(ObjectNode schema, List<String> names, Random random) {
    schema.put("$ref", "#/components/schemas/" + names.get(random.nextInt(names.size())));
  }
}
