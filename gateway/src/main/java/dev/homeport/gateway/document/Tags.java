package dev.homeport.gateway.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The groups of operations: those of the business first, then what each service has alike. */
final class Tags {

  private Tags() {}

  static void write(List<PathItems.Owned> operations, List<ServiceApi> apis, ArrayNode tags) {
    Map<String, TreeSet<String>> services = new TreeMap<>();
    for (PathItems.Owned owned : operations) {
      for (JsonNode tag : owned.operation().path("tags")) {
        services.computeIfAbsent(tag.asText(), _ -> new TreeSet<>()).add(owned.service());
      }
    }
    services.forEach((tag, of) -> addIf(of.size() == 1, tag, apis, tags));
    services.forEach((tag, of) -> addIf(of.size() > 1, tag, apis, tags));
  }

  private static void addIf(boolean wanted, String name, List<ServiceApi> apis, ArrayNode tags) {
    if (wanted) {
      tags.add(described(name, apis));
    }
  }

  /** As the first service describes it that does. */
  private static ObjectNode described(String name, List<ServiceApi> apis) {
    for (ServiceApi api : apis) {
      for (JsonNode tag : api.document().path("tags")) {
        if (tag.path("name").asText().equals(name) && tag.has("description")) {
          return tag.deepCopy();
        }
      }
    }
    return JsonNodeFactory.instance.objectNode().put("name", name);
  }
}
