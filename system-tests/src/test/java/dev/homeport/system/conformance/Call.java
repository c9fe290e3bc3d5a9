package dev.homeport.system.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A request for an operation; each change makes another call.
 *
 * @param token none for a request without credentials
 * @param body none for a request without one
 */
record Call(
    Operation operation,
    String verb,
    Map<String, String> path,
    Map<String, String> query,
    Map<String, String> headers,
    @Nullable String token,
    @Nullable String body) {

  static final String KEY = "Idempotency-Key";

  Call {
    path = Map.copyOf(path);
    query = Map.copyOf(query);
    headers = Map.copyOf(headers);
  }

  /** The path and the query. */
  String target() {
    String filled = operation.template();
    for (var parameter : path.entrySet()) {
      filled = filled.replace("{" + parameter.getKey() + "}", escaped(parameter.getValue()));
    }
    return query.isEmpty()
        ? filled
        : query.entrySet().stream()
            .map(entry -> escaped(entry.getKey()) + '=' + escaped(entry.getValue()))
            .collect(Collectors.joining("&", filled + '?', ""));
  }

  Call as(@Nullable String other) {
    return new Call(operation, verb, path, query, headers, other, body);
  }

  Call by(String method) {
    return new Call(operation, method, path, query, headers, token, body);
  }

  Call at(String parameter, String value) {
    return new Call(operation, verb, with(path, parameter, value), query, headers, token, body);
  }

  Call asking(String parameter, String value) {
    return new Call(operation, verb, path, with(query, parameter, value), headers, token, body);
  }

  Call saying(String header, String value) {
    return new Call(operation, verb, path, query, with(headers, header, value), token, body);
  }

  Call without(String header) {
    var left = new TreeMap<>(headers);
    left.remove(header);
    return new Call(operation, verb, path, query, left, token, body);
  }

  Call sending(@Nullable String other) {
    return new Call(operation, verb, path, query, headers, token, other);
  }

  Call sending(JsonNode other) {
    return sending(other.toString());
  }

  private static Map<String, String> with(Map<String, String> map, String name, String value) {
    var copy = new TreeMap<>(map);
    copy.put(name, value);
    return copy;
  }

  private static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public String toString() {
    String sent = body == null ? "" : " " + (body.length() < 300 ? body : body.substring(0, 300));
    String key = headers.containsKey(KEY) ? " keyed" : "";
    String shown = target().length() < 300 ? target() : target().substring(0, 300);
    return verb + " " + shown + key + sent;
  }
}
