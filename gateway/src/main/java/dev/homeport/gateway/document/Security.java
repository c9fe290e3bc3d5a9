package dev.homeport.gateway.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** At the gateway there is one way in: a bearer credential, be it an API key or a token. */
final class Security {
  private static final String SCHEME = "bearer";

  private Security() {}

  /** Restates who may call an operation. Each requirement by itself is enough. */
  static void simplify(ObjectNode operation, JsonNode document) {
    JsonNode given =
        operation.has("security") ? operation.get("security") : document.path("security");
    if (isSigned(given, document)) {
      return;
    }
    var alternatives = new TreeSet<String>();
    for (JsonNode requirement : given) {
      var scopes = new TreeSet<String>();
      requirement.forEach(list -> list.forEach(scope -> scopes.add(scope.asText())));
      alternatives.add(String.join(" ", scopes));
    }
    if (alternatives.size() > 1) {
      // The same token, fetched by other means.
      alternatives.remove("");
    }
    ArrayNode security = operation.putArray("security");
    for (String scopes : alternatives) {
      ArrayNode needed = security.addObject().putArray(SCHEME);
      if (!scopes.isEmpty()) {
        List.of(scopes.split(" ")).forEach(needed::add);
        explain(operation, alternatives);
      }
    }
  }

  /** Signatures in headers stay as they are described, where nothing else lets a caller in. */
  private static boolean isSigned(JsonNode given, JsonNode document) {
    boolean signed = false;
    for (JsonNode requirement : given) {
      for (var scheme : requirement.properties()) {
        if (!isSignature(document.at("/components/securitySchemes").path(scheme.getKey()))) {
          return false;
        }
        signed = true;
      }
    }
    return signed;
  }

  private static boolean isSignature(JsonNode scheme) {
    return scheme.path("type").asText().equals("apiKey");
  }

  private static void explain(ObjectNode operation, TreeSet<String> alternatives) {
    String needs =
        alternatives.stream()
            .map(s -> "`" + s + "`")
            .collect(Collectors.joining(" or ", "Scope: ", "."));
    String description = operation.path("description").asText().strip();
    if (!description.endsWith(needs)) {
      operation.put("description", (description + "\n\n" + needs).strip());
    }
  }

  /** The one scheme; its scopes are those of all services. */
  static void describe(ObjectNode components, List<ServiceApi> apis) {
    var scopes = new TreeSet<String>();
    ObjectNode schemes = components.putObject("securitySchemes");
    for (ServiceApi api : apis) {
      for (var named : api.document().at("/components/securitySchemes").properties()) {
        JsonNode scheme = named.getValue();
        if (isSignature(scheme)) {
          schemes.set(named.getKey(), scheme);
        }
        for (JsonNode flow : scheme.path("flows")) {
          flow.path("scopes").fieldNames().forEachRemaining(scopes::add);
        }
      }
    }
    String list = scopes.stream().map(s -> "`" + s + "`").collect(Collectors.joining(", "));
    schemes
        .putObject(SCHEME)
        .put("type", "http")
        .put("scheme", "bearer")
        .put(
            "description",
            "An API key (`hp_...`), or an access token of the merchant's client. What it may do are"
                + " its scopes: "
                + list
                + ".");
  }
}
