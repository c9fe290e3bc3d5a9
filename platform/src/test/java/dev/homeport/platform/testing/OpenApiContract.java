package dev.homeport.platform.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What in a description would break a client of an earlier one.
 *
 * @param published OpenAPI 3.1, as it was committed
 * @param running OpenAPI 3.1, as the service describes itself now
 */
public record OpenApiContract(JsonNode published, JsonNode running) {
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "patch", "head", "options");
  private static final String SCHEMAS = "/components/schemas/";

  /** The committed file of the module under test against the service under test. */
  public static OpenApiContract ofThisService() {
    var yaml = new YAMLMapper();
    try {
      return new OpenApiContract(
          yaml.readTree(Path.of("contracts/openapi.yaml").toFile()),
          yaml.readTree(RestAssured.get("/q/openapi?format=yaml").asString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Each breaking change as a sentence; empty when there is none. */
  public List<String> breakingChanges() {
    var found = new ArrayList<String>();
    for (String path : names(published.get("paths"))) {
      for (String method : names(published.get("paths").get(path))) {
        if (METHODS.contains(method)) {
          operation(found, path, method);
        }
      }
    }
    Set<String> sent = sentByClients();
    for (String name : names(published.at("/components/schemas"))) {
      JsonNode now = running.at(SCHEMAS + name);
      if (now.isMissingNode()) {
        found.add("schema " + name + " is gone");
      } else {
        schema(found, name, published.at(SCHEMAS + name), now, sent.contains(name));
      }
    }
    return found;
  }

  private void operation(List<String> found, String path, String method) {
    JsonNode before = published.get("paths").get(path).get(method);
    JsonNode now = running.get("paths").path(path).path(method);
    String name = method + " " + path;
    if (now.isMissingNode()) {
      found.add(name + " is gone");
      return;
    }
    for (String code : names(before.get("responses"))) {
      if (now.at("/responses/" + code).isMissingNode()) {
        found.add(name + " no longer answers " + code);
      }
    }
    Set<String> known = parameters(before, false);
    for (String parameter : known) {
      if (!parameters(now, false).contains(parameter)) {
        found.add(name + " lost the parameter " + parameter);
      }
    }
    for (String parameter : parameters(now, true)) {
      if (!parameters(before, true).contains(parameter)) {
        found.add(name + " now needs the parameter " + parameter);
      }
    }
  }

  private static void schema(
      List<String> found, String name, JsonNode before, JsonNode now, boolean sent) {
    for (String property : names(before.get("properties"))) {
      JsonNode was = before.get("properties").get(property);
      JsonNode is = now.path("properties").path(property);
      if (is.isMissingNode()) {
        found.add(name + "." + property + " is gone");
      } else if (!type(was).equals(type(is))) {
        found.add(name + "." + property + " changed from " + type(was) + " to " + type(is));
      }
    }
    for (JsonNode property : now.path("required")) {
      if (sent && !contains(before.path("required"), property.asText())) {
        found.add(name + "." + property.asText() + " must now be sent");
      }
    }
    for (JsonNode value : before.path("enum")) {
      if (!contains(now.path("enum"), value.asText())) {
        found.add(name + " lost the value " + value.asText());
      }
    }
  }

  private static String type(JsonNode property) {
    return property.path("type") + " " + property.path("$ref") + " " + property.at("/items/$ref");
  }

  private static boolean contains(JsonNode values, String value) {
    for (JsonNode candidate : values) {
      if (candidate.asText().equals(value)) {
        return true;
      }
    }
    return false;
  }

  private static Set<String> parameters(JsonNode operation, boolean required) {
    Set<String> found = new TreeSet<>();
    for (JsonNode parameter : operation.path("parameters")) {
      if (!required || parameter.path("required").asBoolean()) {
        found.add(parameter.path("in").asText() + " " + parameter.path("name").asText());
      }
    }
    return found;
  }

  /** The schemas that occur, at any depth, in the bodies of requests. */
  private Set<String> sentByClients() {
    Set<String> found = new HashSet<>();
    for (JsonNode path : running.get("paths")) {
      for (JsonNode operation : path) {
        follow(operation.path("requestBody"), found);
      }
    }
    return found;
  }

  private void follow(JsonNode node, Set<String> found) {
    String ref = node.path("$ref").asText();
    if (ref.startsWith("#" + SCHEMAS)) {
      String name = ref.substring(SCHEMAS.length() + 1);
      if (found.add(name)) {
        follow(running.at(SCHEMAS + name), found);
      }
    }
    node.forEach(child -> follow(child, found));
  }

  private static List<String> names(JsonNode node) {
    var names = new ArrayList<String>();
    if (node != null) {
      node.fieldNames().forEachRemaining(names::add);
    }
    return names;
  }
}
