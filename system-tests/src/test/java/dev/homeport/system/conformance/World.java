package dev.homeport.system.conformance;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.homeport.local.Service;
import dev.homeport.system.Homeport;
import dev.homeport.system.Merchant;
import io.restassured.RestAssured;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Two merchants with something of every kind, and what it takes to make a good call of any
 * operation. New operations need nothing here as long as their path parameters name collections
 * that are known.
 */
final class World {
  private static final Duration SOON = Duration.ofSeconds(30);

  /** Buyers below whom no model of value is fitted, and some more. */
  private static final int VALUED = 60;

  private final List<Operation> operations;
  private final Set<String> scopes;
  private final Wire wire = new Wire(Homeport.gateway());
  private final DeadLetters deadLetters = new DeadLetters();
  private final Tokens platform;
  private final Side mine;
  private final Side other;
  private final String spareTenant;
  private final String tokenForOthers =
      Homeport.clientToken("homeport-wrong-audience", "local-only-wrong-audience-secret");

  private World(List<Operation> operations) {
    this.operations = operations;
    this.scopes =
        operations.stream()
            .flatMap(operation -> operation.scopes().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    this.platform = Tokens.of(null, scopes);
    this.mine = side(Homeport.merchant("EUR", "Europe/Berlin"));
    this.other = side(Homeport.merchant("EUR", "Europe/Berlin"));
    this.spareTenant = "ten_" + Homeport.merchant("EUR", "Europe/Berlin").tenant();
    fill(mine);
    fill(other);
  }

  /** Reads the documents of all running services and makes what the calls need. */
  static World make() {
    var operations = new ArrayList<Operation>();
    for (Service service : Service.values()) {
      String url = Homeport.suite().settings().ports().url(service);
      String json = RestAssured.get(url + "/q/openapi?format=json").asString();
      operations.addAll(Document.parse(service.id(), json).operations());
    }
    return new World(List.copyOf(operations));
  }

  List<Operation> operations() {
    return operations;
  }

  Wire wire() {
    return wire;
  }

  Side mine() {
    return mine;
  }

  Side other() {
    return other;
  }

  /** All methods that a path has, over all services. */
  Set<String> methods(String template) {
    return methods(operation -> operation.template().equals(template));
  }

  /**
   * All methods that it has as a case of any path: {@code /things/batch} of {@code /things/{id}}.
   */
  Set<String> possibleMethods(String template) {
    return methods(
        operation -> template.matches(operation.template().replaceAll("\\{[^/]*}", "[^/]+")));
  }

  private Set<String> methods(Predicate<Operation> which) {
    return operations.stream().filter(which).map(Operation::verb).collect(Collectors.toSet());
  }

  /** A call that is right in everything, with a token that has one of the scopes and no other. */
  Call call(Operation operation, Side side) {
    var path = new TreeMap<String, String>();
    operation.parameters("path").forEach(p -> path.put(p.name(), bind(operation, p.name(), side)));
    var headers = new HashMap<String, String>();
    if (operation.hasBody()) {
      headers.put("Content-Type", operation.mediaType());
    }
    if (operation.key() != Operation.Key.UNKNOWN) {
      headers.put(Call.KEY, UUID.randomUUID().toString());
    }
    String body = operation.hasBody() ? text(body(operation, path, side)) : null;
    Call call =
        new Call(
            operation,
            operation.verb(),
            path,
            Map.of(),
            headers,
            token(operation, side, scopeOf(operation)),
            body);
    if (operation.signed()) {
      return Signing.sign(call);
    }
    return operation.parameter("header", "If-Match").isPresent()
        ? call.saying("If-Match", version(call, side))
        : call;
  }

  /** A new body; what it names is there. */
  private JsonNode body(Operation operation, Map<String, String> path, Side side) {
    JsonNode body = Bodies.fresh(operation);
    switch (operation.id()) {
      case "createPrivacyRequest", "mergeCustomers" ->
          ((ObjectNode) body).put("customerId", made("createCustomer", side));
      case "acceptMatchCandidate" ->
          ((ObjectNode) body)
              .put(
                  "survivorId",
                  done(get("getMatchCandidate", path, side)).json().at("/customerIds/0").asText());
      case "redeemClaimCode" ->
          ((ObjectNode) body)
              .put("code", perform("issueClaimCode", side).json().path("code").asText());
      default -> {}
    }
    return body;
  }

  private Call get(String operationId, Map<String, String> path, Side side) {
    return get(operation(operationId), path, side);
  }

  private Call get(Operation read, Map<String, String> path, Side side) {
    return new Call(read, "GET", path, Map.of(), Map.of(), token(read, side, scopeOf(read)), null);
  }

  /**
   * A token of the client that an operation is for, with these scopes; none where none is asked.
   */
  @Nullable String token(Operation operation, Side side, Set<String> with) {
    if (!operation.secured() || operation.signed()) {
      return null;
    }
    return (operation.ofThePlatform() ? platform : side.tokens()).with(with);
  }

  /** Every scope but those that let a caller in. */
  Set<String> otherScopes(Operation operation) {
    var others = new TreeSet<>(scopes);
    others.removeAll(operation.scopes());
    if (!operation.ofThePlatform()) {
      others.removeIf(scope -> scope.startsWith("tenants:"));
    }
    return others;
  }

  /** Whether every path parameter can be filled with what really exists. */
  boolean reachable(Operation operation) {
    String service = operation.document().service();
    return operation
        .parameters("path")
        .noneMatch(
            parameter ->
                kind(operation, parameter.name()).equals("jobs")
                    && !mine.jobs().containsKey(service));
  }

  /** An identifier of the same form as a real one, of nothing that exists. */
  static String missing(String real) {
    int end = real.indexOf('_');
    return end == 3
        ? real.substring(0, 4) + UUID.randomUUID()
        : "none-" + UUID.randomUUID().toString().substring(24);
  }

  /** The collection that a path parameter selects from, else the parameter's own name. */
  static String kind(Operation operation, String parameter) {
    String[] segments = operation.template().split("/");
    int at = Arrays.asList(segments).indexOf("{" + parameter + "}");
    String before = segments[at - 1];
    return before.startsWith("{") || List.of("channel", "intakeId").contains(parameter)
        ? parameter
        : before;
  }

  /** Does an operation once more; what it makes is new. */
  Answer perform(String operationId, Side side) {
    return done(call(operation(operationId), side));
  }

  /** One more order of a buyer. */
  Answer order(Side side, String buyer) {
    Operation place = operation("placeOrder");
    JsonNode order = Bodies.fresh(place);
    ((ObjectNode) order.path("buyer")).put("externalId", buyer);
    return done(call(place, side).sending(order));
  }

  /** Sends what has to succeed for the world to be as it should. */
  Answer done(Call call) {
    Answer answer = wire.send(call);
    if (!answer.good()) {
      throw new IllegalStateException("The world cannot be made: " + answer);
    }
    return answer;
  }

  /** A good token of the same issuer, for another audience. */
  String tokenForOthers() {
    return tokenForOthers;
  }

  Operation operation(String id) {
    return operations.stream().filter(o -> o.id().equals(id)).findFirst().orElseThrow();
  }

  Operation operation(String id, String service) {
    return operations.stream()
        .filter(o -> o.id().equals(id) && o.document().service().equals(service))
        .findFirst()
        .orElseThrow();
  }

  /** The keys of everything that a list has now. */
  List<String> all(Side side, Operation list) {
    var found = new LinkedHashSet<String>();
    Call page = call(list, side).asking("limit", "250");
    Optional<String> next = Optional.of("");
    while (next.isPresent()) {
      Answer answer = wire.send(next.get().isEmpty() ? page : page.asking("cursor", next.get()));
      found.addAll(keys(answer));
      next = next(answer);
    }
    return List.copyOf(found);
  }

  static Optional<String> next(Answer answer) {
    return Optional.ofNullable(answer.json().path("nextCursor").textValue());
  }

  /** What each item of a page is known by. */
  static List<String> keys(Answer page) {
    var keys = new ArrayList<String>();
    for (JsonNode item : page.json().path("items")) {
      JsonNode id = item.path("id").isMissingNode() ? item.path("customerId") : item.path("id");
      keys.add(id.isTextual() ? id.textValue() : item.toString());
    }
    return keys;
  }

  DeadLetters deadLetters() {
    return deadLetters;
  }

  private Side side(Merchant merchant) {
    var business = new TreeSet<>(scopes);
    business.removeIf(scope -> scope.startsWith("tenants:"));
    return new Side(
        merchant, Tokens.of(merchant.tenant(), business), new TreeMap<>(), new TreeMap<>());
  }

  private void fill(Side side) {
    String buyer = "buyer-" + side.merchant().tenant();
    JsonNode order = order(side, buyer).json();
    side.ids().put("orders", order.path("id").asText());
    side.ids().put("channel", order.path("channel").asText());
    side.ids().put("externalId", buyer);
    declareChannel(side);
    side.ids().put("returns", perform("recordReturn", side).json().path("id").asText());
    await()
        .atMost(SOON)
        .until(() -> wire.send(call(operation("getCustomerOfIdentity"), side)).status() == 200);
    String customer =
        wire.send(call(operation("getCustomerOfIdentity"), side)).json().path("id").asText();
    side.ids().put("customers", customer);
    side.ids().put("members", customer);
    side.ids().put("products", soldProduct(side, buyer));
    for (String awaited :
        List.of("getMember", "getCustomerRfm", "getOrderRating", "getProductAffinities")) {
      await().atMost(SOON).until(() -> wire.send(call(operation(awaited), side)).status() == 200);
    }
    askForPeople(side);
    beWorthSomething(side);
    for (Operation operation : operations) {
      if (makesJob(operation) && !side.jobs().containsKey(operation.document().service())) {
        Answer accepted = done(call(operation, side));
        side.jobs().put(operation.document().service(), accepted.json().path("id").asText());
      }
    }
  }

  /** A product that only this merchant has. */
  private String soldProduct(Side side, String buyer) {
    String sku = "SKU-" + side.merchant().tenant();
    Operation place = operation("placeOrder");
    JsonNode order = Bodies.fresh(place);
    ((ObjectNode) order.path("buyer")).put("externalId", buyer);
    ((ObjectNode) order.path("lines").path(0)).put("sku", sku);
    done(call(place, side).sending(order));
    return sku;
  }

  /** Enough buyers who came back, and a model of what they are worth, in use. */
  private void beWorthSomething(Side side) {
    Operation imports = operation("importOrders");
    var lines = new StringBuilder();
    for (int i = 0; i < 2 * VALUED; i++) {
      ObjectNode order = (ObjectNode) Bodies.fresh(imports);
      ((ObjectNode) order.path("buyer")).put("externalId", "valued-" + i % VALUED);
      order.put("placedAt", Instant.now().minus(Duration.ofDays(30 + i)).toString());
      lines.append(text(order)).append('\n');
    }
    done(call(imports, side).sending(lines.toString()));
    await()
        .atMost(SOON)
        .until(
            () -> {
              Optional<String> model = fitted(side);
              model.ifPresent(id -> side.ids().put("value-models", id));
              return model.isPresent();
            });
    perform("activateValueModel", side);
  }

  /** A new model of value; none while too few orders have been taken. */
  private Optional<String> fitted(Side side) {
    Operation read = operation("getJob", "analytics-service");
    String job = made("fitValueModel", side);
    Call state =
        new Call(
            read,
            "GET",
            Map.of(read.parameters("path").findFirst().orElseThrow().name(), job),
            Map.of(),
            Map.of(),
            token(read, side, scopeOf(operation("fitValueModel"))),
            null);
    await().atMost(SOON).until(() -> wire.send(state).json().hasNonNull("finishedAt"));
    return Optional.ofNullable(wire.send(state).json().at("/result/modelId").textValue());
  }

  /** A purpose that examples name, another one, and requests that every service has answered. */
  private void askForPeople(Side side) {
    Operation declare = operation("createConsentPurpose");
    done(call(declare, side).sending(Bodies.example(declare).orElseThrow()));
    side.ids()
        .put(
            "consent-purposes", perform("createConsentPurpose", side).json().path("code").asText());
    side.ids().put("consents", "email-marketing");
    side.ids()
        .put(
            "customer-attributes",
            perform("declareCustomerAttribute", side).json().path("code").asText());
    side.ids().put("access", perform("createPrivacyRequest", side).json().path("id").asText());
    Call erasure = call(operation("createPrivacyRequest"), side);
    ObjectNode asked = (ObjectNode) body(erasure.operation(), Map.of(), side);
    side.ids()
        .put(
            "erasure",
            done(erasure.sending(asked.put("kind", "erasure"))).json().path("id").asText());
    for (String awaited : List.of("getAccessArchive", "getErasureCertificate")) {
      await().atMost(SOON).until(() -> wire.send(call(operation(awaited), side)).status() == 200);
    }
  }

  /** One that takes our own documents, with something that was sent to it. */
  private void declareChannel(Side side) {
    Operation create = operation("createChannel");
    ObjectNode channel = (ObjectNode) Bodies.fresh(create);
    channel.put("kind", "generic").put("signingSecret", Signing.SECRET);
    JsonNode declared = done(call(create, side).sending(channel)).json();
    side.ids().put("channels", declared.path("code").asText());
    String path = declared.path("intakePath").asText();
    side.ids().put("intakeId", path.substring(path.lastIndexOf('/') + 1));
  }

  static boolean makesJob(Operation operation) {
    return !operation.response(202).isMissingNode() && !operation.template().contains("{");
  }

  /** What is changed is made for it; what is only read is there. */
  private String bind(Operation operation, String parameter, Side side) {
    String service = operation.document().service();
    boolean changes = !operation.method().equals("get");
    String kind = kind(operation, parameter);
    return switch (kind) {
      case "orders" -> changes ? orderFor(operation, side) : side.ids().get(kind);
      case "returns" -> changes ? returnFor(operation, side) : side.ids().get(kind);
      // Kept for thirty days, and the clock moves here.
      case "intake" -> perform("receiveWebhook", side).json().path("id").asText();
      case "channels" ->
          changes && operation.template().endsWith("}")
              ? perform("createChannel", side).json().path("code").asText()
              : side.ids().get(kind);
      case "customers" -> changes ? made("createCustomer", side) : side.ids().get(kind);
      case "merges" -> changes ? made("mergeCustomers", side) : known(kind, side, this::merge);
      case "match-candidates" -> changes ? candidate(side) : known(kind, side, this::candidate);
      case "privacy-requests" ->
          side.ids().get(operation.template().endsWith("archive") ? "access" : "erasure");
      case "value-models" ->
          changes && operation.template().endsWith("}")
              ? fitted(side).orElseThrow()
              : side.ids().get(kind);
      case "consent-purposes" ->
          changes
              ? perform("createConsentPurpose", side).json().path("code").asText()
              : side.ids().get(kind);
      case "scorings", "grids" -> setting(kind, operation.method().equals("delete"), side);
      case "segments" ->
          operation.template().contains("/member")
              ? known("lists", side, s -> segment("static", s))
              : changes && operation.template().endsWith("}")
                  ? segment("dynamic", side)
                  : known(kind, side, s -> segment("dynamic", s));
      case "segment-exports" -> known(kind, side, this::segmentExport);
      case "externalId" -> changes ? "b-" + UUID.randomUUID() : side.ids().get(kind);
      case "jobs" -> job(operation, side, changes);
      case "dead-letters" -> deadLetters.fresh(this, side, operation("listDeadLetters", service));
      case "tenants" -> spareTenant;
      default ->
          Optional.ofNullable(side.ids().get(kind))
              .orElseThrow(() -> new IllegalStateException("Nothing of the kind " + kind));
    };
  }

  /** A new segment; a list has one customer on it. */
  String segment(String kind, Side side) {
    Operation put = operation("putSegment");
    String key = "s-" + UUID.randomUUID();
    ObjectNode document = (ObjectNode) Bodies.fresh(put);
    document.put("kind", kind);
    if (kind.equals("static")) {
      document.remove("expression");
    }
    done(
        new Call(
            put,
            "PUT",
            Map.of("key", key),
            Map.of(),
            Map.of("Content-Type", put.mediaType()),
            token(put, side, scopeOf(put)),
            text(document)));
    return key;
  }

  /** A file that is ready. */
  private String segmentExport(Side side) {
    Answer accepted = perform("exportSegment", side);
    Call job =
        get(
            operation("getJob", "analytics-service"),
            Map.of("id", accepted.json().path("id").asText()),
            side);
    await().atMost(SOON).until(() -> wire.send(job).json().at("/result/href").isTextual());
    String href = wire.send(job).json().at("/result/href").asText();
    return href.substring(href.lastIndexOf('/') + 1);
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
    Operation put = operation(kind.equals("grids") ? "putRfmGrid" : "putRfmScoring");
    Operation read =
        operations.stream()
            .filter(o -> o.template().equals(put.template()) && o.method().equals("get"))
            .findFirst()
            .orElseThrow();
    Map<String, String> named = Map.of("key", key);
    Call look =
        new Call(read, "GET", named, Map.of(), Map.of(), token(read, side, scopeOf(read)), null);
    if (wire.send(look).status() == 404) {
      done(
          new Call(
              put,
              "PUT",
              named,
              Map.of(),
              Map.of("Content-Type", put.mediaType()),
              token(put, side, scopeOf(put)),
              text(Bodies.fresh(put))));
    }
    return key;
  }

  private String merge(Side side) {
    return made("mergeCustomers", side);
  }

  /**
   * Two customers with the same verified e-mail address, as soon as somebody has looked at them.
   */
  private String candidate(Side side) {
    Operation create = operation("createCustomer");
    String email = UUID.randomUUID() + "@example.com";
    String last = "";
    for (int i = 0; i < 2; i++) {
      ObjectNode customer = (ObjectNode) Bodies.fresh(create);
      customer.putObject("name").put("full", "Twin " + email.substring(0, 8));
      customer.remove("phones");
      customer.remove("addresses");
      customer.putArray("emails").addObject().put("address", email).put("verified", true);
      last = done(call(create, side).sending(customer)).json().path("id").asText();
    }
    Call list = call(operation("listMatchCandidates"), side).asking("customerId", last);
    await().atMost(SOON).until(() -> !wire.send(list).json().path("items").isEmpty());
    return wire.send(list).json().at("/items/0/id").asText();
  }

  /** One in which the operation is possible; with a return where that is what is changed. */
  private String orderFor(Operation operation, Side side) {
    if (operation.template().startsWith("/v1/orders/{id}/returns/")) {
      Call back = call(operation("recordOrderReturn"), side);
      side.ids().put("return of an order", done(back).json().path("id").asText());
      return back.path().get("id");
    }
    Operation place = operation("placeOrder");
    JsonNode order = Bodies.fresh(place);
    if (operation.id().equals("recordPayment")) {
      ((ObjectNode) order).put("status", "placed");
    }
    return done(call(place, side).sending(order)).json().path("id").asText();
  }

  private String returnFor(Operation operation, Side side) {
    return operation.template().startsWith("/v1/orders/")
        ? side.ids().get("return of an order")
        : made("recordReturn", side);
  }

  private String made(String operationId, Side side) {
    return perform(operationId, side).json().path("id").asText();
  }

  /** One to be cancelled is long and has just begun. */
  private String job(Operation operation, Side side, boolean changes) {
    String service = operation.document().service();
    String job = side.jobs().getOrDefault(service, "job_" + UUID.randomUUID());
    if (!changes || !service.equals("order-service")) {
      return job;
    }
    Operation imports = operation("importOrders");
    var lines = new StringBuilder();
    for (int i = 0; i < 12_000; i++) {
      lines.append(text(Bodies.fresh(imports))).append('\n');
    }
    Answer accepted = done(call(imports, side).sending(lines.toString()));
    return accepted.json().path("id").asText();
  }

  private Set<String> scopeOf(Operation operation) {
    return operation.scopes().stream().limit(1).collect(Collectors.toSet());
  }

  /** The present entity tag of what a call would change. */
  private String version(Call call, Side side) {
    Operation read =
        operations.stream()
            .filter(o -> o.template().equals(call.operation().template()))
            .filter(o -> o.method().equals("get"))
            .findFirst()
            .orElseThrow();
    return wire.send(
            new Call(
                read,
                "GET",
                call.path(),
                Map.of(),
                Map.of(),
                token(read, side, scopeOf(read)),
                null))
        .header("ETag");
  }

  private static String text(JsonNode body) {
    return body.isTextual() ? body.textValue() : body.toString();
  }
}
