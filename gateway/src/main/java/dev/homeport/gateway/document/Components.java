package dev.homeport.gateway.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The components of all services side by side, each known as {@code schemas/Order}. */
final class Components {
  private static final String SECURITY = "securitySchemes";

  private final Map<String, Map<String, JsonNode>> holders = new TreeMap<>();

  Components(List<ServiceApi> apis) {
    for (ServiceApi api : apis) {
      for (var kind : api.document().path("components").properties()) {
        if (kind.getValue().isObject() && !kind.getKey().equals(SECURITY)) {
          for (var component : kind.getValue().properties()) {
            holders
                .computeIfAbsent(kind.getKey() + "/" + component.getKey(), _ -> new TreeMap<>())
                .put(api.service(), component.getValue());
          }
        }
      }
    }
  }

  /** New names for the components that two services call alike and mean differently. */
  Names names() {
    Set<String> clashing = clashing();
    var names = new Names();
    // Also those that nobody will have any more: a name never changes whose it is.
    holders.keySet().forEach(names::keep);
    for (String key : clashing) {
      String kind = key.substring(0, key.indexOf('/') + 1);
      for (String service : holders.getOrDefault(key, Map.of()).keySet()) {
        names.give(service, kind, key.substring(kind.length()), true);
      }
    }
    return names;
  }

  /**
   * Whose contents differ, or refer to one that clashes: alike to look at, such a component means
   * another thing in each service.
   */
  private Set<String> clashing() {
    var clashing = new TreeSet<String>();
    holders.forEach(
        (key, contents) -> {
          if (new HashSet<>(contents.values()).size() > 1) {
            clashing.add(key);
          }
        });
    while (clashing.addAll(drawnIn(clashing))) {}
    return clashing;
  }

  private Set<String> drawnIn(Set<String> clashing) {
    var found = new TreeSet<String>();
    holders.forEach(
        (key, contents) -> {
          if (contents.size() > 1 && !clashing.contains(key)) {
            Set<String> references = References.in(contents.values().iterator().next());
            if (references.stream().anyMatch(clashing::contains)) {
              found.add(key);
            }
          }
        });
    return found;
  }

  /** Copies the components of a service, whose references are already the new ones. */
  static void copy(ServiceApi api, Map<String, String> names, ObjectNode merged) {
    for (var kind : api.document().path("components").properties()) {
      if (kind.getValue().isObject() && !kind.getKey().equals(SECURITY)) {
        for (var component : kind.getValue().properties()) {
          String key = kind.getKey() + "/" + component.getKey();
          String name = names.getOrDefault(key, key).substring(kind.getKey().length() + 1);
          merged.withObjectProperty(kind.getKey()).set(name, component.getValue());
        }
      }
    }
  }
}
