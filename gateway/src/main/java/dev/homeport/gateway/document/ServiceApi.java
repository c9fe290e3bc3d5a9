package dev.homeport.gateway.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.homeport.gateway.route.OwnPaths;
import dev.homeport.gateway.route.PublishedRoutes;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * What one service says of itself, and which of its operations callers of the gateway reach.
 *
 * @param document a copy that the merge may change
 * @param reached methods in small letters and path templates, with a space between
 */
record ServiceApi(String service, ObjectNode document, Set<String> reached) {

  /** A service behind the gateway. */
  static ServiceApi of(String service, JsonNode document) {
    var reached = new HashSet<String>();
    for (var route : PublishedRoutes.of(service, document)) {
      reached.add(operation(route.method().toLowerCase(Locale.ROOT), route.template()));
    }
    return new ServiceApi(service, document.deepCopy(), reached);
  }

  /** The gateway itself, whose operational endpoints are not for callers. */
  static ServiceApi ofTheGateway(JsonNode document) {
    var reached = new HashSet<String>();
    for (var path : document.path("paths").properties()) {
      if (OwnPaths.owns(path.getKey()) && !path.getKey().startsWith("/q")) {
        path.getValue()
            .fieldNames()
            .forEachRemaining(m -> reached.add(operation(m, path.getKey())));
      }
    }
    return new ServiceApi("gateway", document.deepCopy(), reached);
  }

  boolean reaches(String method, String template) {
    return reached.contains(operation(method, template));
  }

  private static String operation(String method, String template) {
    return method + ' ' + template;
  }
}
