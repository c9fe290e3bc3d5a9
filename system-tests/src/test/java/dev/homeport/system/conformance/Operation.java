package dev.homeport.system.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One operation as its document describes it.
 *
 * @param method in lower case
 * @param template the path with its parameters in braces
 */
record Operation(Document document, String method, String template, JsonNode node) {

  /** What an operation says of {@code Idempotency-Key}. */
  enum Key {
    UNKNOWN,
    ACCEPTED,
    REQUIRED
  }

  String id() {
    return node.path("operationId").asText();
  }

  String verb() {
    return method.toUpperCase(Locale.ROOT);
  }

  List<Parameter> parameters() {
    var parameters = new ArrayList<Parameter>();
    node.path("parameters")
        .forEach(parameter -> parameters.add(Parameter.of(document, document.resolve(parameter))));
    return parameters;
  }

  Stream<Parameter> parameters(String in) {
    return parameters().stream().filter(parameter -> parameter.in().equals(in));
  }

  Optional<Parameter> parameter(String in, String name) {
    return parameters(in).filter(p -> p.name().equalsIgnoreCase(name)).findFirst();
  }

  Key key() {
    return parameter("header", "Idempotency-Key")
        .map(parameter -> parameter.required() ? Key.REQUIRED : Key.ACCEPTED)
        .orElse(Key.UNKNOWN);
  }

  /** Whether a token is needed. */
  boolean secured() {
    return !node.path("security").isEmpty();
  }

  /** Whether a signature lets a caller in, and no token. */
  boolean signed() {
    return secured()
        && StreamSupport.stream(node.path("security").spliterator(), false)
            .noneMatch(requirement -> requirement.has("oauth2") || requirement.has("bearer"));
  }

  /** The scopes any one of which is enough. */
  Set<String> scopes() {
    var scopes = new TreeSet<String>();
    node.path("security")
        .forEach(
            requirement ->
                requirement.path("oauth2").forEach(scope -> scopes.add(scope.textValue())));
    return scopes;
  }

  /** Whether it is for those who run the platform, whose tokens name no tenant. */
  boolean ofThePlatform() {
    return scopes().stream().anyMatch(scope -> scope.startsWith("tenants:"));
  }

  /** Whether it is a list that is read page by page. */
  boolean paged() {
    return parameter("query", "cursor").isPresent() && parameter("query", "limit").isPresent();
  }

  /** The media types that its body can have, with schema and examples. */
  JsonNode bodies() {
    return document.resolve(node.path("requestBody")).path("content");
  }

  boolean hasBody() {
    return !bodies().isEmpty();
  }

  boolean needsBody() {
    return document.resolve(node.path("requestBody")).path("required").asBoolean();
  }

  /** The media type of the bodies that are sent here: the first one. */
  String mediaType() {
    return bodies().fieldNames().next();
  }

  /** Whether its bodies are documents of ours; what a platform signs is for the platform to say. */
  boolean takesJson() {
    return hasBody() && !signed() && (mediaType().equals("application/json") || isPatch());
  }

  boolean isPatch() {
    return hasBody() && mediaType().equals("application/merge-patch+json");
  }

  JsonNode bodySchema() {
    return bodies().path(mediaType()).path("schema");
  }

  /** What it documents for a status; missing when it does not. */
  JsonNode response(int status) {
    return document.resolve(node.path("responses").path(Integer.toString(status)));
  }

  /** The examples of one content, by itself or by name. */
  static List<JsonNode> examples(JsonNode media) {
    if (media.has("example")) {
      return List.of(media.get("example"));
    }
    var examples = new ArrayList<JsonNode>();
    media.path("examples").forEach(example -> examples.add(example.path("value")));
    return examples;
  }

  @Override
  public String toString() {
    return id();
  }
}
