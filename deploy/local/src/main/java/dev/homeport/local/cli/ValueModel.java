package dev.homeport.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** Sees to it that a model of what customers are still worth is in use, and prints what it says. */
final class ValueModel {

  private static final String SUMMARY = "/v1/value/summary";
  private static final String MODELS = "/v1/value-models";
  private static final int NOT_FOUND = 404;
  private static final double PERCENT = 100;
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ValueModel() {}

  static void use(Api api) {
    if (api.get(SUMMARY).status() == NOT_FOUND) {
      fit(api);
    }
    print(api.get(SUMMARY).required("The value of customers"));
  }

  private static void fit(Api api) {
    var asked = JSON.objectNode().put("kind", "bg-nbd").put("margin", "0.4");
    var fit = WatchedJob.follow(api, api.post(MODELS, asked), _ -> {});
    fit.requireSuccess();
    var model = fit.state().path("result").path("modelId").asText();
    api.post(MODELS + "/" + model + "/activation", JSON.objectNode())
        .required("Bringing a model of value into use");
  }

  private static void print(JsonNode summary) {
    var value = summary.path("lifetimeValue");
    var total = value.path("total");
    System.out.printf(
        "%n  expected of %s customers yet: %s %s of margin, %.0f %% of it from one in ten (BG/NBD)%n",
        Figures.count(summary.path("customers").asLong()),
        Figures.amount(total),
        total.path("currency").asText(),
        value.path("topTenthShare").asDouble() * PERCENT);
  }
}
