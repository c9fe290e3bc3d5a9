package dev.homeport.system.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * An operation says what it is, and shows a real request and a real answer that fit its schemas.
 */
record Described() implements Check {

  @Override
  public String sentence() {
    return "is described, with examples that fit";
  }

  @Override
  public boolean concerns(Operation operation) {
    return true;
  }

  @Override
  public void run(Operation operation, Trial trial) {
    trial.require(!operation.id().isBlank(), "it has no operationId");
    trial.require(!operation.node().path("summary").asText().isBlank(), "it has no summary");
    operation
        .bodies()
        .properties()
        .forEach(media -> example("the request", operation, media, trial));
    for (var response : operation.node().path("responses").properties()) {
      JsonNode content = operation.document().resolve(response.getValue()).path("content");
      if (response.getKey().startsWith("2")) {
        content
            .properties()
            .forEach(media -> example("the answer " + response.getKey(), operation, media, trial));
      }
    }
  }

  private static void example(
      String where, Operation operation, Map.Entry<String, JsonNode> media, Trial trial) {
    var examples = Operation.examples(media.getValue());
    trial.require(!examples.isEmpty(), where + " has no example in " + media.getKey());
    JsonNode schema = media.getValue().path("schema");
    trial.require(!schema.isMissingNode(), where + " has no schema in " + media.getKey());
    for (JsonNode example : examples) {
      operation
          .document()
          .faults(schema, example)
          .forEach(fault -> trial.require(false, "the example of " + where + ": " + fault));
      if (example.isTextual()) {
        Form.faults(media.getKey(), example.textValue())
            .forEach(fault -> trial.require(false, "the example of " + where + ": " + fault));
      }
    }
  }
}
