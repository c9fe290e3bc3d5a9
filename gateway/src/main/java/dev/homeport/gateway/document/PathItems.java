package dev.homeport.gateway.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The operations of all services by path. Two templates that differ only in the names of their
 * parameters are one path; its parameters have the names that came first.
 */
final class PathItems {
  private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");
  private static final Pattern PARAMETER = Pattern.compile("\\{([^{}]*)}");

  private final Map<String, String> templates = new HashMap<>();
  private final Map<String, ObjectNode> items = new TreeMap<>();

  /** An operation, its path, and whose it is. */
  record Owned(String service, String template, ObjectNode operation) {

    /** Whether it is one of those about a service itself, for whoever runs it. */
    boolean operational() {
      return template.startsWith("/v1/" + service + "/");
    }
  }

  /** Adds what callers reach of a service and nobody before has; says what that is. */
  List<Owned> add(ServiceApi api) {
    var added = new ArrayList<Owned>();
    for (var path : api.document().path("paths").properties()) {
      for (String method : METHODS) {
        if (path.getValue().path(method) instanceof ObjectNode operation
            && api.reaches(method, path.getKey())) {
          String template = templates.computeIfAbsent(shape(path.getKey()), _ -> path.getKey());
          ObjectNode item = items.computeIfAbsent(template, _ -> operation.objectNode());
          if (!item.has(method)) {
            settle(operation, path.getValue(), api, renamed(path.getKey(), template));
            item.set(method, operation);
            added.add(new Owned(api.service(), template, operation));
          }
        }
      }
    }
    return added;
  }

  void writeTo(ObjectNode paths) {
    items.forEach(paths::set);
  }

  /** The operation that answers a path of this shape. */
  JsonNode find(String method, String template) {
    ObjectNode item = items.get(templates.getOrDefault(shape(template), template));
    return item == null ? MissingNode.getInstance() : item.path(method);
  }

  static String shape(String template) {
    return PARAMETER.matcher(template).replaceAll("{}");
  }

  private static Map<String, String> renamed(String from, String to) {
    var names = new HashMap<String, String>();
    var old = PARAMETER.matcher(from);
    var now = PARAMETER.matcher(to);
    while (old.find() && now.find()) {
      names.put(old.group(1), now.group(1));
    }
    return names;
  }

  /** Takes the parameters of the whole path in, and gives them their new names. */
  private static void settle(
      ObjectNode operation, JsonNode item, ServiceApi api, Map<String, String> names) {
    var parameters = new TreeMap<String, JsonNode>();
    var order = new ArrayList<JsonNode>();
    item.path("parameters").forEach(p -> parameters.put(key(p, api), p));
    operation.path("parameters").forEach(p -> parameters.remove(key(p, api)));
    order.addAll(parameters.values());
    operation.path("parameters").forEach(order::add);
    if (order.isEmpty()) {
      return;
    }
    ArrayNode list = operation.putArray("parameters");
    for (JsonNode parameter : order) {
      list.add(named(parameter, api, names));
    }
  }

  private static JsonNode named(JsonNode parameter, ServiceApi api, Map<String, String> names) {
    JsonNode resolved = resolve(parameter, api);
    String name = resolved.path("name").asText();
    String wanted = names.getOrDefault(name, name);
    if (!resolved.path("in").asText().equals("path") || wanted.equals(name)) {
      return parameter;
    }
    ObjectNode copy = resolved.deepCopy();
    return copy.put("name", wanted);
  }

  private static String key(JsonNode parameter, ServiceApi api) {
    JsonNode resolved = resolve(parameter, api);
    return resolved.path("in").asText() + ' ' + resolved.path("name").asText();
  }

  private static JsonNode resolve(JsonNode parameter, ServiceApi api) {
    String reference = parameter.path("$ref").asText();
    return reference.startsWith("#/") ? api.document().at(reference.substring(1)) : parameter;
  }
}
