package dev.homeport.gateway.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The groups of operations: those of the business first, then those about the services. */
final class Tags {

  private Tags() {}

  static void write(List<PathItems.Owned> operations, List<ServiceApi> apis, ArrayNode tags) {
    Map<String, Boolean> business = new TreeMap<>();
    for (PathItems.Owned owned : operations) {
      for (JsonNode tag : owned.operation().path("tags")) {
        business.merge(tag.asText(), !owned.operational(), Boolean::logicalOr);
      }
    }
    business.forEach((tag, is) -> addIf(is, tag, apis, tags));
    business.forEach((tag, is) -> addIf(!is, tag, apis, tags));
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
