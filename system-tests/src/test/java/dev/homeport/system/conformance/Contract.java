package dev.homeport.system.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Whether an answer is one that the operation documents: status, media type, body. */
final class Contract {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PROBLEM = "application/problem+json";

  /** Of the HTTP layer, not of any operation: no such path, no such method, nothing acceptable. */
  private static final Set<Integer> OF_HTTP = Set.of(405, 406);

  private Contract() {}

  /** What is wrong with an answer, as sentences. */
  static List<String> faults(Answer answer) {
    Operation operation = answer.call().operation();
    if (answer.status() >= 500) {
      return List.of("it fails");
    }
    if (OF_HTTP.contains(answer.status()) || !answer.call().verb().equals(operation.verb())) {
      return problem(answer);
    }
    JsonNode documented = operation.response(answer.status());
    if (documented.isMissingNode()) {
      return List.of("the status " + answer.status() + " is not documented");
    }
    return body(answer, documented.path("content"));
  }

  private static List<String> problem(Answer answer) {
    return answer.mediaType().equals(PROBLEM)
        ? answer.call().operation().document().faults(schemaOfProblem(answer), answer.json())
        : List.of("a refusal is no problem but " + answer.mediaType());
  }

  private static JsonNode schemaOfProblem(Answer answer) {
    return answer.call().operation().document().problem();
  }

  private static List<String> body(Answer answer, JsonNode content) {
    if (content.isEmpty()) {
      return answer.body().isEmpty() ? List.of() : List.of("a body is not documented");
    }
    JsonNode media = content.path(answer.mediaType());
    if (media.isMissingNode()) {
      return List.of("the media type '" + answer.mediaType() + "' is not documented");
    }
    Stream<String> fit =
        values(answer.mediaType(), answer.body())
            .flatMap(
                value ->
                    answer
                        .call()
                        .operation()
                        .document()
                        .faults(media.path("schema"), value)
                        .stream());
    return Stream.concat(fit, Form.faults(answer.mediaType(), answer.body()).stream()).toList();
  }

  /** One value, one for each line of NDJSON, or the whole text of what is no JSON. */
  static Stream<JsonNode> values(String mediaType, String body) {
    if (mediaType.equals("application/x-ndjson")) {
      return body.lines().filter(line -> !line.isBlank()).map(Contract::parse);
    }
    return Stream.of(mediaType.endsWith("json") ? parse(body) : new TextNode(body));
  }

  private static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException _) {
      return new TextNode(json);
    }
  }
}
