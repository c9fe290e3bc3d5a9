package dev.homeport.system.conformance;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * What path parameters select: what is only read is there, and what is changed is made for it. A
 * collection that is new needs a case here.
 */
final class Things {
  private static final Duration SOON = Duration.ofSeconds(30);

  private final World world;

  Things(World world) {
    this.world = world;
  }

  /** What is changed is made for it; what is only read is there. */
  String of(Operation operation, String parameter, Side side) {
    String service = operation.document().service();
    boolean changes = !operation.method().equals("get");
    String kind = World.kind(operation, parameter);
    return switch (kind) {
      case "orders" -> changes ? orderFor(operation, side) : side.ids().get(kind);
      case "returns" -> changes ? returnFor(operation, side) : side.ids().get(kind);
      // Kept for thirty days, and the clock moves here.
      case "intake" -> world.perform("receiveWebhook", side).json().path("id").asText();
      case "channels" ->
          changes && operation.template().endsWith("}")
              ? world.perform("createChannel", side).json().path("code").asText()
              : side.ids().get(kind);
      case "customers" -> changes ? world.made("createCustomer", side) : side.ids().get(kind);
      case "merges" -> made("mergeCustomers", changes, kind, side);
      case "match-candidates" -> changes ? candidate(side) : known(kind, side, this::candidate);
      case "privacy-requests" ->
          side.ids().get(operation.template().endsWith("archive") ? "access" : "erasure");
      case "value-models" ->
          changes && operation.template().endsWith("}")
              ? fitted(side).orElseThrow()
              : side.ids().get(kind);
      case "consent-purposes" ->
          changes
              ? world.perform("createConsentPurpose", side).json().path("code").asText()
              : side.ids().get(kind);
      case "scorings", "grids" -> setting(kind, operation.method().equals("delete"), side);
      case "segments" ->
          operation.template().contains("/member")
              ? known("lists", side, s -> segment("static", s))
              : changes && operation.template().endsWith("}")
                  ? segment("dynamic", side)
                  : known(kind, side, s -> segment("dynamic", s));
      case "segment-exports" -> known(kind, side, this::segmentExport);
      case "programmes" -> changes ? programmeFor(operation, side) : side.ids().get(kind);
      case "versions" -> "1";
      case "backtests" -> known(kind, side, this::backtest);
      case "activities" -> made("recordActivity", changes, kind, side);
      case "grants" -> made("grantPoints", changes, kind, side);
      case "holds" -> made("createHold", changes, kind, side);
      case "redemptions" -> made("createRedemption", changes, kind, side);
      case "rewards" -> made("createReward", operation.id().equals("withdrawReward"), kind, side);
      case "vouchers" -> made("buyReward", changes, kind, side);
      case "externalId" -> changes ? "b-" + UUID.randomUUID() : side.ids().get(kind);
      case "jobs" -> job(operation, side, changes);
      case "dead-letters" ->
          world.deadLetters().fresh(world, side, world.operation("listDeadLetters", service));
      case "api-keys" -> made("createApiKey", operation.method().equals("delete"), kind, side);
      case "webhook-endpoints" ->
          changes && operation.template().endsWith("}")
              ? world.made("createWebhookEndpoint", side)
              : known(kind, side, s -> world.made("createWebhookEndpoint", s));
      // Kept for thirty days, and the clock moves here.
      case "deliveries" -> world.made("sendTestWebhook", side);
      case "tenants" -> world.spareTenant();
      default ->
          Optional.ofNullable(side.ids().get(kind))
              .orElseThrow(() -> new IllegalStateException("Nothing of the kind " + kind));
    };
  }

  /** A new segment; a list has one customer on it. */
  String segment(String kind, Side side) {
    Operation put = world.operation("putSegment");
    String key = "s-" + UUID.randomUUID();
    ObjectNode document = (ObjectNode) Bodies.fresh(put);
    document.put("kind", kind);
    if (kind.equals("static")) {
      document.remove("expression");
    }
    world.done(
        new Call(
            put,
            "PUT",
            Map.of("key", key),
            Map.of(),
            Map.of("Content-Type", put.mediaType()),
            world.token(put, side, world.scopeOf(put)),
            World.text(document)));
    return key;
  }

  /** A file that is ready. */
  private String segmentExport(Side side) {
    Answer accepted = world.perform("exportSegment", side);
    Call job =
        world.get(
            world.operation("getJob", "analytics-service"),
            Map.of("id", accepted.json().path("id").asText()),
            side);
    await().atMost(SOON).until(() -> world.wire().send(job).json().at("/result/href").isTextual());
    String href = world.wire().send(job).json().at("/result/href").asText();
    return href.substring(href.lastIndexOf('/') + 1);
  }

  private String made(String operationId, boolean anew, String kind, Side side) {
    return anew
        ? world.made(operationId, side)
        : known(kind, side, s -> world.made(operationId, s));
  }

  private String known(String kind, Side side, Function<Side, String> make) {
    String id = side.ids().get(kind);
    if (id == null) {
      id = make.apply(side);
      side.ids().put(kind, id);
    }
    return id;
  }

  /** There are only so many: one that stays, and one that is there to be deleted. */
  private String setting(String kind, boolean spare, Side side) {
    String key = (spare ? "spare-" : "own-") + side.merchant().tenant();
    Operation put = world.operation(kind.equals("grids") ? "putRfmGrid" : "putRfmScoring");
    Operation read =
        world.operations().stream()
            .filter(o -> o.template().equals(put.template()) && o.method().equals("get"))
            .findFirst()
            .orElseThrow();
    Map<String, String> named = Map.of("key", key);
    if (world.wire().send(world.get(read, named, side)).status() == 404) {
      world.done(
          new Call(
              put,
              "PUT",
              named,
              Map.of(),
              Map.of("Content-Type", put.mediaType()),
              world.token(put, side, world.scopeOf(put)),
              World.text(Bodies.fresh(put))));
    }
    return key;
  }

  /**
   * Two customers with the same verified e-mail address, as soon as somebody has looked at them.
   */
  private String candidate(Side side) {
    Operation create = world.operation("createCustomer");
    String email = UUID.randomUUID() + "@example.com";
    String last = "";
    for (int i = 0; i < 2; i++) {
      ObjectNode customer = (ObjectNode) Bodies.fresh(create);
      customer.putObject("name").put("full", "Twin " + email.substring(0, 8));
      customer.remove("phones");
      customer.remove("addresses");
      customer.putArray("emails").addObject().put("address", email).put("verified", true);
      last = world.done(world.call(create, side).sending(customer)).json().path("id").asText();
    }
    Call list = world.call(world.operation("listMatchCandidates"), side).asking("customerId", last);
    await().atMost(SOON).until(() -> !world.wire().send(list).json().path("items").isEmpty());
    return world.wire().send(list).json().at("/items/0/id").asText();
  }

  /** One in which the operation is possible; with a return where that is what is changed. */
  private String orderFor(Operation operation, Side side) {
    if (operation.template().startsWith("/v1/orders/{id}/returns/")) {
      Call back = world.call(world.operation("recordOrderReturn"), side);
      side.ids().put("return of an order", world.done(back).json().path("id").asText());
      return back.path().get("id");
    }
    Operation place = world.operation("placeOrder");
    JsonNode order = Bodies.fresh(place);
    if (operation.id().equals("recordPayment")) {
      ((ObjectNode) order).put("status", "placed");
    }
    return world.done(world.call(place, side).sending(order)).json().path("id").asText();
  }

  /** One whose first version stands where the operation is possible. */
  private String programmeFor(Operation operation, Side side) {
    String programme = world.made("createProgramme", side);
    if (operation.template().endsWith("/approval")
        || operation.template().endsWith("/withdrawal")) {
      Operation review = world.operation("reviewProgrammeVersion");
      world.done(
          new Call(
              review,
              review.verb(),
              Map.of("programmeId", programme, "number", "1"),
              Map.of(),
              Map.of(Call.KEY, UUID.randomUUID().toString()),
              world.token(review, side, world.scopeOf(review)),
              null));
    }
    return programme;
  }

  /** Of the programme that stays. */
  private String backtest(Side side) {
    Operation create = world.operation("createBacktest");
    Map<String, String> programme = Map.of("programmeId", side.ids().get("programmes"));
    world.done(
        new Call(
            create,
            create.verb(),
            programme,
            Map.of(),
            Map.of("Content-Type", create.mediaType(), Call.KEY, UUID.randomUUID().toString()),
            world.token(create, side, world.scopeOf(create)),
            "{\"version\": 1}"));
    return world
        .done(world.get("listBacktests", programme, side))
        .json()
        .at("/items/0/id")
        .asText();
  }

  private String returnFor(Operation operation, Side side) {
    return operation.template().startsWith("/v1/orders/")
        ? side.ids().get("return of an order")
        : world.made("recordReturn", side);
  }

  /** One to be cancelled is long and has just begun. */
  private String job(Operation operation, Side side, boolean changes) {
    String service = operation.document().service();
    String job = side.jobs().getOrDefault(service, "job_" + UUID.randomUUID());
    if (!changes || !service.equals("order-service")) {
      return job;
    }
    Operation imports = world.operation("importOrders");
    var lines = new StringBuilder();
    for (int i = 0; i < 12_000; i++) {
      lines.append(World.text(Bodies.fresh(imports))).append('\n');
    }
    Answer accepted = world.done(world.call(imports, side).sending(lines.toString()));
    return accepted.json().path("id").asText();
  }

  /** A new model of value; none while too few orders have been taken. */
  Optional<String> fitted(Side side) {
    Operation read = world.operation("getJob", "analytics-service");
    String job = world.made("fitValueModel", side);
    Call state =
        new Call(
            read,
            "GET",
            Map.of(read.parameters("path").findFirst().orElseThrow().name(), job),
            Map.of(),
            Map.of(),
            world.token(read, side, world.scopeOf(world.operation("fitValueModel"))),
            null);
    await().atMost(SOON).until(() -> world.wire().send(state).json().hasNonNull("finishedAt"));
    return Optional.ofNullable(world.wire().send(state).json().at("/result/modelId").textValue());
  }
}
