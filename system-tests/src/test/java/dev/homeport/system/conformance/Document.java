package dev.homeport.system.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The OpenAPI document of a running service. Its schemas are read as closed: a field that they do
 * not name is one that nobody documented.
 */
final class Document {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
  private static final List<String> COMPOSED = List.of("allOf", "oneOf", "anyOf");
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
  private static final SchemaValidatorsConfig STRICT =
      SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

  private final String service;
  private final JsonNode root;
  private final JsonNode closedComponents;
  private final Map<JsonNode, JsonSchema> compiled = new ConcurrentHashMap<>();

  private Document(String service, JsonNode root) {
    this.service = service;
    this.root = root;
    this.closedComponents = closed(root.path("components"));
  }

  static Document parse(String service, String json) {
    try {
      return new Document(service, JSON.readTree(json));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The service whose document this is. */
  String service() {
    return service;
  }

  /** All operations, in the order of the document. */
  List<Operation> operations() {
    var operations = new ArrayList<Operation>();
    for (var path : root.path("paths").properties()) {
      for (var operation : path.getValue().properties()) {
        if (METHODS.contains(operation.getKey())) {
          operations.add(
              new Operation(this, operation.getKey(), path.getKey(), operation.getValue()));
        }
      }
    }
    return operations;
  }

  /** What a node stands for: itself, what it refers to, or what it is unless it is null. */
  JsonNode resolve(JsonNode node) {
    if (node.path("$ref").isTextual()) {
      return resolve(root.at(node.get("$ref").textValue().substring(1)));
    }
    for (String composed : COMPOSED) {
      if (node.path(composed).isArray()) {
        return resolve(node.get(composed).get(0));
      }
    }
    return node;
  }

  /** The schema of a problem, for refusals that belong to no operation. */
  JsonNode problem() {
    return root.at("/components/schemas/Problem");
  }

  /** What in a value does not fit a schema of this document, as sentences. */
  List<String> faults(JsonNode schema, JsonNode value) {
    return compiled.computeIfAbsent(schema, this::compile).validate(value).stream()
        .map(fault -> fault.getInstanceLocation() + " " + fault.getMessage())
        .distinct()
        .toList();
  }

  private JsonSchema compile(JsonNode schema) {
    ObjectNode whole = JSON.createObjectNode();
    whole.putArray("allOf").add(closed(schema));
    whole.set("components", closedComponents);
    return SCHEMAS.getSchema(whole, STRICT);
  }

  /** A copy in which no object has more fields than it names. */
  private static JsonNode closed(JsonNode node) {
    if (node.isArray()) {
      var copy = JSON.createArrayNode();
      node.forEach(element -> copy.add(closed(element)));
      return copy;
    }
    if (!(node instanceof ObjectNode object)) {
      return node;
    }
    ObjectNode copy = JSON.createObjectNode();
    object.properties().forEach(field -> copy.set(field.getKey(), closed(field.getValue())));
    if (copy.path("properties").isObject()
        && !copy.has("additionalProperties")
        && COMPOSED.stream().noneMatch(copy::has)) {
      copy.set("additionalProperties", JsonNodeFactory.instance.booleanNode(false));
    }
    return copy;
  }
}
