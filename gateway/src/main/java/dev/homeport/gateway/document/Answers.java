package dev.homeport.gateway.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Schemas that stand for what another operation answers. The gateway's own document cannot refer to
 * the schemas of services; it names the path, and the merged document has the schema.
 */
final class Answers {
  /** The extension, with the template of the path as its value. */
  static final String EXTENSION = "x-answer-of";

  private Answers() {}

  static void resolve(JsonNode part, PathItems paths, JsonNode components) {
    if (part instanceof ObjectNode schema
        && schema.remove(EXTENSION) instanceof JsonNode template) {
      if (answer(paths.find("get", template.asText()), components) instanceof ObjectNode found) {
        for (var keyword : List.copyOf(found.properties())) {
          schema.set(keyword.getKey(), keyword.getValue());
        }
      }
    }
    part.forEach(child -> resolve(child, paths, components));
  }

  private static JsonNode answer(JsonNode operation, JsonNode components) {
    JsonNode response = operation.at("/responses/200");
    String reference = response.path("$ref").asText();
    if (reference.startsWith("#/components/")) {
      response = components.at(reference.substring("#/components".length()));
    }
    return response.path("content").path("application/json").path("schema");
  }
}
