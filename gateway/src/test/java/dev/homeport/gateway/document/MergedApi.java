package dev.homeport.gateway.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * What must hold of a merged document, whatever it was merged from.
 *
 * @param document OpenAPI 3.1
 */
record MergedApi(JsonNode document) {

  /** Operation ids, in the order of paths. */
  List<String> operationIds() {
    var ids = new ArrayList<String>();
    eachOperation((_, operation) -> ids.add(operation.path("operationId").asText()));
    return ids;
  }

  /** Methods and templates, such as {@code get /v1/orders}. */
  List<String> operations() {
    var names = new ArrayList<String>();
    eachOperation((name, _) -> names.add(name));
    return names;
  }

  void eachOperation(BiConsumer<String, ObjectNode> work) {
    for (var path : document.path("paths").properties()) {
      for (var method : path.getValue().properties()) {
        work.accept(method.getKey() + " " + path.getKey(), (ObjectNode) method.getValue());
      }
    }
  }

  JsonNode operation(String method, String template) {
    return document.path("paths").path(template).path(method);
  }

  /** References that lead nowhere. */
  List<String> dangling() {
    return References.in(document).stream()
        .filter(key -> document.at("/components/" + key).isMissingNode())
        .toList();
  }

  /** The node that a reference of this document means; any other node means itself. */
  JsonNode resolve(JsonNode node) {
    String reference = node.path("$ref").asText();
    return reference.isEmpty() ? node : document.at(reference.substring(1));
  }
}
