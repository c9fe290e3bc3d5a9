package dev.homeport.system.conformance;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Something of every kind for a merchant, made before anything is tried. */
final class Opening {
  private static final Duration SOON = Duration.ofSeconds(30);

  /** What is derived as a whole is derived half a minute after the last time at the earliest. */
  private static final Duration LATER = Duration.ofSeconds(90);

  /** Buyers below whom no model of value is fitted, and some more. */
  private static final int VALUED = 60;

  private final World world;
  private final Things things;

  Opening(World world, Things things) {
    this.world = world;
    this.things = things;
  }

  void fill(Side side) {
    String buyer = "buyer-" + side.merchant().tenant();
    JsonNode order = world.order(side, buyer).json();
    side.ids().put("orders", order.path("id").asText());
    side.ids().put("channel", order.path("channel").asText());
    side.ids().put("externalId", buyer);
    declareChannel(side);
    side.ids().put("returns", world.perform("recordReturn", side).json().path("id").asText());
    await()
        .atMost(SOON)
        .until(
            () ->
                world
                        .wire()
                        .send(world.call(world.operation("getCustomerOfIdentity"), side))
                        .status()
                    == 200);
    String customer =
        world
            .wire()
            .send(world.call(world.operation("getCustomerOfIdentity"), side))
            .json()
            .path("id")
            .asText();
    side.ids().put("customers", customer);
    side.ids().put("members", customer);
    side.ids().put("products", soldProduct(side, buyer));
    side.ids().put("programmes", world.made("createProgramme", side));
    for (String awaited :
        List.of("getMember", "getCustomerRfm", "getOrderRating", "getProductAffinities")) {
      await()
          .atMost(LATER)
          .until(
              () -> world.wire().send(world.call(world.operation(awaited), side)).status() == 200);
    }
    await()
        .atMost(SOON)
        .until(
            () ->
                world
                        .wire()
                        .send(world.call(world.operation("getMember"), side))
                        .json()
                        .at("/balance/available")
                        .asLong()
                    > 1_000);
    askForPeople(side);
    beWorthSomething(side);
    for (Operation operation : world.operations()) {
      if (World.makesJob(operation) && !side.jobs().containsKey(operation.document().service())) {
        Answer accepted = world.done(world.call(operation, side));
        side.jobs().put(operation.document().service(), accepted.json().path("id").asText());
      }
    }
  }

  /** A product that only this merchant has, and so much of it that there are points to spend. */
  private String soldProduct(Side side, String buyer) {
    String sku = "SKU-" + side.merchant().tenant();
    Operation place = world.operation("placeOrder");
    JsonNode order = Bodies.fresh(place);
    ((ObjectNode) order.path("buyer")).put("externalId", buyer);
    ((ObjectNode) order.at("/lines/0")).put("sku", sku).put("quantity", "2000");
    world.done(world.call(place, side).sending(order));
    return sku;
  }

  /** Enough buyers who came back, and a model of what they are worth, in use. */
  private void beWorthSomething(Side side) {
    Operation imports = world.operation("importOrders");
    var lines = new StringBuilder();
    for (int i = 0; i < 2 * VALUED; i++) {
      ObjectNode order = (ObjectNode) Bodies.fresh(imports);
      // Nothing that several of them share: nobody is to be taken for somebody else.
      order.putObject("buyer").put("externalId", "valued-" + i % VALUED).put("country", "DE");
      order.put("placedAt", Instant.now().minus(Duration.ofDays(30 + i)).toString());
      lines.append(World.text(order)).append('\n');
    }
    world.done(world.call(imports, side).sending(lines.toString()));
    await()
        .atMost(SOON)
        .until(
            () -> {
              Optional<String> model = things.fitted(side);
              model.ifPresent(id -> side.ids().put("value-models", id));
              return model.isPresent();
            });
    world.perform("activateValueModel", side);
  }

  /** A purpose that examples name, another one, and requests that every service has answered. */
  private void askForPeople(Side side) {
    Operation declare = world.operation("createConsentPurpose");
    world.done(world.call(declare, side).sending(Bodies.example(declare).orElseThrow()));
    side.ids()
        .put(
            "consent-purposes",
            world.perform("createConsentPurpose", side).json().path("code").asText());
    side.ids().put("consents", "email-marketing");
    side.ids()
        .put(
            "customer-attributes",
            world.perform("declareCustomerAttribute", side).json().path("code").asText());
    side.ids()
        .put("access", world.perform("createPrivacyRequest", side).json().path("id").asText());
    Call erasure = world.call(world.operation("createPrivacyRequest"), side);
    ObjectNode asked = (ObjectNode) world.body(erasure.operation(), Map.of(), side);
    side.ids()
        .put(
            "erasure",
            world.done(erasure.sending(asked.put("kind", "erasure"))).json().path("id").asText());
    for (String awaited : List.of("getAccessArchive", "getErasureCertificate")) {
      await()
          .atMost(SOON)
          .until(
              () -> world.wire().send(world.call(world.operation(awaited), side)).status() == 200);
    }
  }

  /** One that takes our own documents, with something that was sent to it. */
  private void declareChannel(Side side) {
    Operation create = world.operation("createChannel");
    ObjectNode channel = (ObjectNode) Bodies.fresh(create);
    channel.put("kind", "generic").put("signingSecret", Signing.SECRET);
    JsonNode declared = world.done(world.call(create, side).sending(channel)).json();
    side.ids().put("channels", declared.path("code").asText());
    String path = declared.path("intakePath").asText();
    side.ids().put("intakeId", path.substring(path.lastIndexOf('/') + 1));
  }
}
