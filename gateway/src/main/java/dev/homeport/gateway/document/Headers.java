package dev.homeport.gateway.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A header that a service describes in words alone is a text: the specification wants it said. */
final class Headers {

  private Headers() {}

  static void complete(ObjectNode document) {
    document.path("paths").forEach(item -> item.forEach(o -> ofResponses(o.path("responses"))));
    ofResponses(document.at("/components/responses"));
    document.at("/components/headers").forEach(Headers::complete);
  }

  private static void ofResponses(JsonNode responses) {
    responses.forEach(response -> response.path("headers").forEach(Headers::complete));
  }

  private static void complete(JsonNode header) {
    if (header instanceof ObjectNode described
        && !header.has("schema")
        && !header.has("content")
        && !header.has("$ref")) {
      described.putObject("schema").put("type", "string");
    }
  }
}
