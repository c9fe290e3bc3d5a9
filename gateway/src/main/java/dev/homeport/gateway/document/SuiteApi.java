package dev.homeport.gateway.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Merges the documents of services into one about all that callers of the gateway reach. */
final class SuiteApi {
  private static final String DESCRIPTION =
      """
      Homeport gathers the customers of a cross-border merchant from every storefront and \
      marketplace, works out who is worth keeping, and runs the loyalty programme that keeps them. \
      One address, one key: send it as `Authorization: Bearer hp_...`.""";

  private SuiteApi() {}

  /**
   * @param apis in the order in which they are asked for what two of them publish; changed by this
   * @param missing services whose operations are not known yet
   */
  static ObjectNode merge(List<ServiceApi> apis, Collection<String> missing) {
    ProblemCatalogue.unite(apis);
    Names components = new Components(apis).names();
    var paths = new PathItems();
    List<PathItems.Owned> operations =
        apis.stream().flatMap(api -> paths.add(api).stream()).toList();
    Names ids = operationIds(operations);

    ObjectNode merged = JsonNodeFactory.instance.objectNode().put("openapi", "3.1.0");
    info(merged, missing);
    merged.putArray("servers").addObject().put("url", "/").put("description", "This gateway.");
    Tags.write(operations, apis, merged.putArray("tags"));
    for (ServiceApi api : apis) {
      References.rename(api.document(), components.of(api.service()), ids.of(api.service()));
    }
    Map<String, JsonNode> documents = new HashMap<>();
    apis.forEach(api -> documents.put(api.service(), api.document()));
    operations.forEach(
        owned ->
            Security.simplify(owned.operation(), documents.getOrDefault(owned.service(), merged)));
    paths.writeTo(merged.putObject("paths"));
    ObjectNode all = merged.putObject("components");
    apis.forEach(api -> Components.copy(api, components.of(api.service()), all));
    Headers.complete(merged);
    Security.describe(all, apis);
    Answers.resolve(all.path("schemas"), paths, all);
    return merged;
  }

  private static Names operationIds(List<PathItems.Owned> operations) {
    var count = new HashMap<String, Integer>();
    operations.forEach(owned -> count.merge(id(owned), 1, Integer::sum));
    var names = new Names();
    count.keySet().forEach(names::keep);
    for (PathItems.Owned owned : operations) {
      if (!id(owned).isEmpty() && count.getOrDefault(id(owned), 0) > 1) {
        names.give(owned.service(), "", id(owned), false);
      }
    }
    return names;
  }

  private static String id(PathItems.Owned owned) {
    return owned.operation().path("operationId").asText();
  }

  private static void info(ObjectNode merged, Collection<String> missing) {
    ObjectNode info = merged.putObject("info").put("title", "Homeport").put("version", "1");
    info.put("description", missing.isEmpty() ? DESCRIPTION : DESCRIPTION + absent(missing));
    info.putObject("license")
        .put("name", "Apache-2.0")
        .put("url", "https://www.apache.org/licenses/LICENSE-2.0");
    if (!missing.isEmpty()) {
      missing.forEach(merged.putArray("x-missing-services")::add);
    }
  }

  private static String absent(Collection<String> missing) {
    return "\n\n**Incomplete:** these services have not answered yet, so that their operations are"
        + " not listed: "
        + String.join(", ", missing)
        + ".";
  }
}
