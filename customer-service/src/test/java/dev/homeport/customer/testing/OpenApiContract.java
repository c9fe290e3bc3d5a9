package dev.homeport.customer.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/**
 * Compares an API document with the committed one and finds what would break a client: something
 * gone, something of another type, something newly required.
 */
public final class OpenApiContract {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final Set<String> VERBS = Set.of("get", "put", "post", "patch", "delete");
  private static final String ADVICE =
      "If the break is meant, remove contracts/openapi.yaml and build again.";

  private final JsonNode before;
  private final JsonNode after;
  private final List<String> breaks = new ArrayList<>();
  private final Set<String> compared = new HashSet<>();

  private OpenApiContract(JsonNode before, JsonNode after) {
    this.before = before;
    this.after = after;
  }

  /** Fails when the service under test breaks {@code contracts/openapi.yaml} of its module. */
  public static void assertKept() throws IOException {
    String running = RestAssured.get("/q/openapi?format=json").then().extract().asString();
    assertThat(breaks(Files.readString(Path.of("contracts/openapi.yaml")), running))
        .as(ADVICE)
        .isEmpty();
  }

  /** What a client of the first document would trip over in the second; both YAML or JSON. */
  public static List<String> breaks(String before, String after) throws IOException {
    var contract = new OpenApiContract(YAML.readTree(before), YAML.readTree(after));
    contract.compareOperations();
    return contract.breaks;
  }

  private void compareOperations() {
    for (var path : before.path("paths").properties()) {
      for (var verb : path.getValue().properties()) {
        if (VERBS.contains(verb.getKey())) {
          String place = verb.getKey() + " " + path.getKey();
          JsonNode now = after.path("paths").path(path.getKey()).path(verb.getKey());
          if (present(now, place)) {
            compareOperation(place, verb.getValue(), now);
          }
        }
      }
    }
  }

  private void compareOperation(String place, JsonNode was, JsonNode now) {
    compareParameters(place, was.path("parameters"), now.path("parameters"));
    compareContent(place + " request", was.path("requestBody"), now.path("requestBody"), true);
    for (var response : was.path("responses").properties()) {
      JsonNode answer = now.path("responses").path(response.getKey());
      String code = place + " " + response.getKey();
      if (present(answer, code)) {
        compareContent(code, response.getValue(), answer, false);
      }
    }
  }

  private void compareParameters(String place, JsonNode was, JsonNode now) {
    for (JsonNode parameter : was) {
      JsonNode old = resolve(before, parameter);
      JsonNode same = parameter(now, old);
      String name = place + " parameter " + old.path("name").asText();
      if (present(same, name)) {
        compareSchemas(name, old.path("schema"), same.path("schema"), true);
      }
    }
    for (JsonNode parameter : now) {
      JsonNode added = resolve(after, parameter);
      boolean wasRequired = resolveIn(before, was, added).path("required").asBoolean();
      if (added.path("required").asBoolean() && !wasRequired) {
        breaks.add(place + " parameter " + added.path("name").asText() + ": is now required");
      }
    }
  }

  private JsonNode parameter(JsonNode parameters, JsonNode like) {
    return resolveIn(after, parameters, like);
  }

  private static JsonNode resolveIn(JsonNode document, JsonNode parameters, JsonNode like) {
    return StreamSupport.stream(parameters.spliterator(), false)
        .map(parameter -> resolve(document, parameter))
        .filter(parameter -> parameter.path("name").equals(like.path("name")))
        .filter(parameter -> parameter.path("in").equals(like.path("in")))
        .findFirst()
        .orElse(document.path("no such parameter"));
  }

  private void compareContent(String place, JsonNode was, JsonNode now, boolean request) {
    JsonNode newContent = resolve(after, now).path("content");
    for (var media : resolve(before, was).path("content").properties()) {
      JsonNode same = newContent.path(media.getKey());
      if (present(same, place + " " + media.getKey())) {
        compareSchemas(place, media.getValue().path("schema"), same.path("schema"), request);
      }
    }
  }

  private void compareSchemas(String place, JsonNode was, JsonNode now, boolean request) {
    String pair = was.path("$ref").asText() + " " + now.path("$ref").asText() + " " + request;
    if (was.has("$ref") && !compared.add(pair)) {
      return;
    }
    JsonNode old = resolve(before, was);
    JsonNode present = resolve(after, now);
    if (!texts(old.path("type")).equals(texts(present.path("type")))) {
      breaks.add(place + ": the type was " + old.path("type") + " and is " + present.path("type"));
    }
    for (var property : old.path("properties").properties()) {
      String name = place + "/" + property.getKey();
      JsonNode same = present.path("properties").path(property.getKey());
      if (present(same, name)) {
        compareSchemas(name, property.getValue(), same, request);
      }
    }
    if (old.has("items")) {
      compareSchemas(place + "/items", old.path("items"), present.path("items"), request);
    }
    if (request) {
      Set<String> required = texts(present.path("required"));
      required.removeAll(texts(old.path("required")));
      required.forEach(name -> breaks.add(place + "/" + name + ": is now required"));
    }
  }

  private boolean present(JsonNode now, String place) {
    if (now.isMissingNode()) {
      breaks.add(place + ": is gone");
    }
    return !now.isMissingNode();
  }

  private static JsonNode resolve(JsonNode document, JsonNode node) {
    return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
  }

  private static Set<String> texts(JsonNode node) {
    var texts = new TreeSet<String>();
    if (node.isTextual()) {
      texts.add(node.asText());
    }
    node.forEach(one -> texts.add(one.asText()));
    return texts;
  }
}
