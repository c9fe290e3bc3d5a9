package dev.homeport.gateway.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** The references in an OpenAPI document, told from data that merely looks like one. */
final class References {
  private static final String COMPONENTS = "#/components/";
  private static final String SCHEMAS = COMPONENTS + "schemas/";

  /** Under these lies data of the API, such as an example of a body. */
  private static final Set<String> DATA = Set.of("example", "default", "const", "enum", "value");

  /** The members of these have names that somebody chose, not keywords. */
  private static final Set<String> NAMED =
      Set.of(
          "properties",
          "patternProperties",
          "$defs",
          "dependentSchemas",
          "schemas",
          "responses",
          "parameters",
          "examples",
          "requestBodies",
          "headers",
          "securitySchemes",
          "links",
          "callbacks",
          "pathItems",
          "paths",
          "content",
          "encoding",
          "variables");

  private final UnaryOperator<String> component;
  private final UnaryOperator<String> operationId;

  private References(UnaryOperator<String> component, UnaryOperator<String> operationId) {
    this.component = component;
    this.operationId = operationId;
  }

  /** The components that a part of a document refers to, as {@code schemas/Order}. */
  static Set<String> in(JsonNode part) {
    var found = new TreeSet<String>();
    new References(
            key -> {
              found.add(key);
              return key;
            },
            id -> id)
        .visit(part);
    return found;
  }

  /** Renames components and operations wherever a part of a document names one. */
  static void rename(JsonNode part, Map<String, String> components, Map<String, String> ids) {
    new References(key -> components.getOrDefault(key, key), id -> ids.getOrDefault(id, id))
        .visit(part);
  }

  private void visit(JsonNode node) {
    node.forEach(
        child -> {
          if (child.isContainerNode() && node.isArray()) {
            visit(child);
          }
        });
    if (node instanceof ObjectNode object) {
      for (var field : List.copyOf(object.properties())) {
        visit(object, field.getKey(), field.getValue());
      }
    }
  }

  private void visit(ObjectNode owner, String keyword, JsonNode value) {
    if (value.isTextual()) {
      if (keyword.equals("$ref")) {
        owner.put(keyword, target(value.textValue()));
      } else if (keyword.equals("operationId")) {
        owner.put(keyword, operationId.apply(value.textValue()));
      }
    } else if (keyword.equals("mapping") && value instanceof ObjectNode mapping) {
      for (var entry : List.copyOf(mapping.properties())) {
        mapping.put(entry.getKey(), mapped(entry.getValue().asText()));
      }
    } else if (!isData(keyword, value)) {
      if (NAMED.contains(keyword) && value.isObject()) {
        value.forEach(this::visit);
      } else {
        visit(value);
      }
    }
  }

  private static boolean isData(String keyword, JsonNode value) {
    return DATA.contains(keyword)
        || keyword.startsWith("x-")
        || (keyword.equals("examples") && value.isArray());
  }

  /** A discriminator may name a schema without saying where it lies. */
  private String mapped(String target) {
    return target(target.indexOf('/') < 0 ? SCHEMAS + target : target);
  }

  private String target(String reference) {
    if (!reference.startsWith(COMPONENTS)) {
      return reference;
    }
    String[] steps = reference.substring(COMPONENTS.length()).split("/", 3);
    if (steps.length < 2) {
      return reference;
    }
    String rest = steps.length == 3 ? "/" + steps[2] : "";
    return COMPONENTS + component.apply(steps[0] + "/" + steps[1]) + rest;
  }
}
