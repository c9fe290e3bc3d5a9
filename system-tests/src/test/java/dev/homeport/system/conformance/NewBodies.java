package dev.homeport.system.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.UUID;

/**
 * Bodies that can be sent: examples, naming what is there and nothing that was named before. An
 * example that names something of the merchant needs a case here.
 */
final class NewBodies {
  private final World world;

  NewBodies(World world) {
    this.world = world;
  }

  JsonNode of(Operation operation, Map<String, String> path, Side side) {
    JsonNode body = Bodies.fresh(operation);
    if (body instanceof ObjectNode document) {
      fit(operation.id(), document, path, side);
    }
    return body;
  }

  private void fit(String operation, ObjectNode body, Map<String, String> path, Side side) {
    String member = side.ids().get("members");
    switch (operation) {
      case "createPrivacyRequest", "mergeCustomers" ->
          body.put("customerId", world.made("createCustomer", side));
      case "acceptMatchCandidate" ->
          body.set("survivorId", read("getMatchCandidate", path, side).at("/customerIds/0"));
      case "recordActivity", "buyReward", "grantPoints" -> body.put("customerId", member);
      case "createHold", "createRedemption" -> body.put("customerId", member).put("points", 1);
      case "createApiKey" -> body.putArray("scopes").add("api-keys:write");
      case "createReward" ->
          body.put("key", key()).put("points", 1).put("stock", 1_000).remove("perMember");
      case "validateVoucher", "redeemVoucher" ->
          body.set("code", world.perform("buyReward", side).json().path("code"));
      case "createProgramme" -> body.withObjectProperty("document").put("key", key());
      case "createProgrammeVersion", "changeProgrammeVersion" ->
          body.withObjectProperty("document")
              .set("key", read("getProgramme", path, side).path("key"));
      case "createWebhookEndpoint" -> {
        // Nothing listens there, and nothing that happens here is sent there.
        body.put("url", "http://127.0.0.1:9/hooks");
        body.putArray("eventTypes").add("dev.homeport.gateway.webhook-endpoint-disabled.v1");
      }
      case "redeemClaimCode" ->
          body.set("code", world.perform("issueClaimCode", side).json().path("code"));
      default -> {}
    }
  }

  private JsonNode read(String operation, Map<String, String> path, Side side) {
    return world.done(world.get(operation, path, side)).json();
  }

  private static String key() {
    return "k" + UUID.randomUUID().toString().substring(9);
  }
}
