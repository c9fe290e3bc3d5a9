package dev.homeport.system.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Values that a schema rules out, each by breaking one of its limits. */
final class Violations {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int LONGEST = 200_000;

  /** Among these there is one for nearly every pattern. */
  private static final List<String> STRANGE =
      List.of("\u0001", " ", "?!", "\u00fc\u20ac", "-", "x", "0", "A", "a\u0000b");

  private Violations() {}

  /** A value and the limit that it breaks. */
  record Violation(String limit, JsonNode value) {}

  /** For one value, which the schema (resolved) describes. */
  static List<Violation> of(Document document, JsonNode schema, JsonNode good) {
    var found = new ArrayList<Violation>();
    JsonNode type = schema.path("type");
    switch (type.asText()) {
      case "string" -> strings(schema, found);
      case "integer", "number" -> numbers(schema, found);
      case "array" -> arrays(document, schema, good, found);
      default -> {}
    }
    if (schema.path("enum").isArray()) {
      found.add(new Violation("enum", JSON.textNode("no-such-value")));
    }
    if (type.isTextual()) {
      found.add(new Violation("type", wrongType(type.asText())));
    }
    return found;
  }

  private static void strings(JsonNode schema, List<Violation> found) {
    long max = schema.path("maxLength").asLong(-1);
    if (max >= 0 && max < LONGEST) {
      found.add(new Violation("maxLength", JSON.textNode("a".repeat((int) max + 1))));
    }
    if (schema.path("minLength").asInt() > 0) {
      found.add(new Violation("minLength", JSON.textNode("")));
    }
    if (schema.path("pattern").isTextual()) {
      var pattern = Pattern.compile(schema.get("pattern").asText());
      STRANGE.stream()
          .filter(text -> !pattern.matcher(text).find())
          .findFirst()
          .ifPresent(text -> found.add(new Violation("pattern", JSON.textNode(text))));
    }
    if (schema.path("format").isTextual()) {
      String format = schema.get("format").asText();
      if (List.of("date", "date-time", "uuid", "uri", "email").contains(format)) {
        found.add(new Violation("format", JSON.textNode("neither this nor that")));
      }
    }
  }

  private static void numbers(JsonNode schema, List<Violation> found) {
    JsonNode least = schema.path("minimum");
    if (least.isIntegralNumber()) {
      found.add(
          new Violation(
              "minimum", JSON.numberNode(least.bigIntegerValue().subtract(BigInteger.ONE))));
    }
    JsonNode most = schema.path("maximum");
    if (most.isIntegralNumber()) {
      found.add(
          new Violation("maximum", JSON.numberNode(most.bigIntegerValue().add(BigInteger.ONE))));
    }
  }

  private static void arrays(
      Document document, JsonNode schema, JsonNode good, List<Violation> found) {
    long max = schema.path("maxItems").asLong(-1);
    if (max >= 0 && max < LONGEST && good.isArray() && !good.isEmpty()) {
      var many = JSON.arrayNode();
      for (int i = 0; i <= max; i++) {
        many.add(good.get(0));
      }
      found.add(new Violation("maxItems", many));
    }
    if (schema.path("minItems").asInt() > 0) {
      found.add(new Violation("minItems", JSON.arrayNode()));
    }
    JsonNode items = document.resolve(schema.path("items"));
    if (items.path("type").isTextual()) {
      var wrong = JSON.arrayNode().add(wrongType(items.path("type").asText()));
      found.add(new Violation("type of items", wrong));
      found.add(new Violation("null among items", JSON.arrayNode().addNull()));
    }
  }

  private static JsonNode wrongType(String type) {
    return switch (type) {
      case "string" -> JSON.objectNode();
      case "integer", "number", "boolean" -> JSON.textNode("seven");
      case "array", "object" -> JSON.numberNode(7);
      default -> ((ObjectNode) JSON.objectNode()).putNull("x");
    };
  }
}
