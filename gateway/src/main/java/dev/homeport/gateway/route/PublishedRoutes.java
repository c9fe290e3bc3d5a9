package dev.homeport.gateway.route;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads the routes of a service out of its OpenAPI document. */
public final class PublishedRoutes {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  private PublishedRoutes() {}

  /**
   * The operations below {@code /v1/}. Templates whose first segment after that is a parameter are
   * left out: they would take every path, and the service's own prefix covers them.
   *
   * @throws IllegalArgumentException when it is no OpenAPI document
   */
  public static List<Route> of(String service, JsonNode document) {
    if (!document.path("openapi").isTextual() || !document.path("paths").isObject()) {
      throw new IllegalArgumentException("no OpenAPI document");
    }
    var routes = new ArrayList<Route>();
    for (var path : document.get("paths").properties()) {
      if (isPublic(path.getKey())) {
        for (var operation : path.getValue().properties()) {
          if (METHODS.contains(operation.getKey())) {
            routes.add(
                route(service, operation.getKey(), path.getKey(), operation.getValue(), document));
          }
        }
      }
    }
    return routes;
  }

  private static boolean isPublic(String template) {
    return template.startsWith("/v1/") && !template.startsWith("/v1/{") && !OwnPaths.owns(template);
  }

  private static Route route(
      String service, String method, String template, JsonNode operation, JsonNode document) {
    return new Route(
        service,
        method.toUpperCase(Locale.ROOT),
        template,
        isStreamed(operation),
        isSigned(operation, document),
        isKeyed(operation, document));
  }

  /** Every way in is a signature in a header, which documents describe as an API key. */
  private static boolean isSigned(JsonNode operation, JsonNode document) {
    JsonNode schemes = document.at("/components/securitySchemes");
    boolean signed = false;
    for (JsonNode requirement : operation.path("security")) {
      if (requirement.isEmpty()) {
        return false;
      }
      for (var scheme : requirement.properties()) {
        if (!schemes.path(scheme.getKey()).path("type").asText().equals("apiKey")) {
          return false;
        }
        signed = true;
      }
    }
    return signed;
  }

  private static boolean isKeyed(JsonNode operation, JsonNode document) {
    for (JsonNode parameter : operation.path("parameters")) {
      String reference = parameter.path("$ref").asText();
      JsonNode meant = reference.isEmpty() ? parameter : document.at(reference.substring(1));
      if (meant.path("name").asText().equalsIgnoreCase("Idempotency-Key")) {
        return true;
      }
    }
    return false;
  }

  /** A body in anything but JSON or a form is a file: NDJSON, CSV. */
  private static boolean isStreamed(JsonNode operation) {
    return operation.path("requestBody").path("content").properties().stream()
        .map(media -> media.getKey().toLowerCase(Locale.ROOT))
        .anyMatch(
            type ->
                !type.equals("application/json")
                    && !type.endsWith("+json")
                    && !type.equals("application/x-www-form-urlencoded"));
  }
}
