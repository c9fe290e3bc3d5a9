package dev.homeport.system.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Bodies that an operation accepts: the documented example, under a name that is new. */
final class Bodies {
  /** Fields that name a thing for ever, so that a second one needs another name. */
  private static final Set<String> NATURAL_KEYS = Set.of("externalId", "slug", "code");

  private Bodies() {}

  /** The documented example; none where there is none. */
  static Optional<JsonNode> example(Operation operation) {
    List<JsonNode> examples = Operation.examples(operation.bodies().path(operation.mediaType()));
    return examples.stream().findFirst();
  }

  /** The example as it is sent, for a thing that does not exist yet. */
  static JsonNode fresh(Operation operation) {
    JsonNode body =
        example(operation)
            .orElseThrow(() -> new IllegalStateException(operation + " has no example of a body"))
            .deepCopy();
    rename(body);
    body.path("items").forEach(Bodies::rename);
    return body;
  }

  /** Another body that is as good: without a field that need not be there. */
  static Optional<JsonNode> varied(Operation operation, JsonNode good) {
    ObjectNode copy = good.deepCopy();
    var needed = new HashSet<String>();
    operation
        .document()
        .resolve(operation.bodySchema())
        .path("required")
        .forEach(field -> needed.add(field.asText()));
    return copy.properties().stream()
        .map(Map.Entry::getKey)
        .filter(field -> !needed.contains(field))
        .findFirst()
        .map(field -> copy.without(field));
  }

  private static void rename(JsonNode thing) {
    if (thing instanceof ObjectNode object) {
      for (String key : NATURAL_KEYS) {
        if (object.path(key).isTextual()) {
          object.put(key, "c" + UUID.randomUUID().toString().substring(9).replace("-", ""));
        }
      }
    }
  }
}
