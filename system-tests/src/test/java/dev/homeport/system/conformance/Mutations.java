package dev.homeport.system.conformance;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.homeport.system.conformance.Violations.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A good body spoilt in one place at a time, in every place that its schema describes. */
final class Mutations {
  private static final int DEPTH = 8;

  private final Document document;
  private final JsonNode good;
  private final boolean patch;
  private final List<Mutation> found = new ArrayList<>();

  private Mutations(Document document, JsonNode good, boolean patch) {
    this.document = document;
    this.good = good;
    this.patch = patch;
  }

  /**
   * A spoilt body.
   *
   * @param place of the fault, as a JSON Pointer
   * @param limit that it breaks
   */
  record Mutation(String place, String limit, JsonNode body) {}

  /** One for each limit of the operation's schema. */
  static List<Mutation> ofLimits(Operation operation, JsonNode good) {
    var mutations = new Mutations(operation.document(), good, operation.isPatch());
    mutations.limits(JsonPointer.empty(), operation.bodySchema(), 0);
    return mutations.found;
  }

  /** One for each object of the body: with a field that nobody knows. */
  static List<Mutation> ofUnknownFields(Operation operation, JsonNode good) {
    var mutations = new Mutations(operation.document(), good, operation.isPatch());
    mutations.unknownFields(JsonPointer.empty(), operation.bodySchema(), 0);
    return mutations.found;
  }

  private void limits(JsonPointer place, JsonNode reference, int depth) {
    JsonNode schema = document.resolve(reference);
    JsonNode present = good.at(place);
    if (depth > DEPTH) {
      return;
    }
    if (!place.toString().isEmpty()) {
      for (Violation violation : Violations.of(document, schema, present)) {
        add(place, violation.limit(), violation.value());
      }
    }
    Set<String> required =
        StreamSupport.stream(schema.path("required").spliterator(), false)
            .map(JsonNode::asText)
            .collect(Collectors.toCollection(HashSet::new));
    for (var property : schema.path("properties").properties()) {
      if (present.isObject()) {
        JsonPointer inside = place.appendProperty(property.getKey());
        limits(inside, property.getValue(), depth + 1);
        if (required.contains(property.getKey()) && !patch) {
          add(inside, "null", NullNode.getInstance());
          add(inside, "required", null);
        }
      }
    }
    if (present.isArray() && !present.isEmpty()) {
      limits(place.appendIndex(0), schema.path("items"), depth + 1);
    }
  }

  private void unknownFields(JsonPointer place, JsonNode reference, int depth) {
    JsonNode schema = document.resolve(reference);
    JsonNode present = good.at(place);
    if (depth > DEPTH) {
      return;
    }
    if (schema.path("properties").isObject() && !schema.has("additionalProperties")) {
      add(place.appendProperty("noSuchField"), "unknown field", new TextNode("x"));
    }
    for (var property : schema.path("properties").properties()) {
      if (present.path(property.getKey()).isContainerNode()) {
        unknownFields(place.appendProperty(property.getKey()), property.getValue(), depth + 1);
      }
    }
    if (present.isArray() && !present.isEmpty()) {
      unknownFields(place.appendIndex(0), schema.path("items"), depth + 1);
    }
  }

  private void add(JsonPointer place, String limit, @Nullable JsonNode value) {
    JsonNode body = good.deepCopy();
    JsonNode parent = body.at(place.head());
    String last = place.last().getMatchingProperty();
    if (parent instanceof ObjectNode object) {
      if (value == null) {
        object.remove(last);
      } else {
        object.set(last, value);
      }
      found.add(new Mutation(place.toString(), limit, body));
    } else if (parent instanceof ArrayNode array && value != null) {
      array.set(place.last().getMatchingIndex(), value);
      found.add(new Mutation(place.toString(), limit, body));
    }
  }
}
