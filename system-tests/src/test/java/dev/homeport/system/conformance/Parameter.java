package dev.homeport.system.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.Stream;

/** A parameter of an operation, with its schema resolved. */
record Parameter(String name, String in, boolean required, JsonNode schema, JsonNode node) {

  static Parameter of(Document document, JsonNode node) {
    return new Parameter(
        node.path("name").asText(),
        node.path("in").asText(),
        node.path("required").asBoolean(),
        document.resolve(node.path("schema")),
        node);
  }

  /** A value that it shows. */
  Optional<String> example() {
    return Stream.of(node.path("example"), schema.path("examples").path(0))
        .filter(JsonNode::isValueNode)
        .map(JsonNode::asText)
        .findFirst();
  }
}
