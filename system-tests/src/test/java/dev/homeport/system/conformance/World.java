package dev.homeport.system.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.homeport.local.Service;
import dev.homeport.system.Homeport;
import dev.homeport.system.Merchant;
import io.restassured.RestAssured;
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
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Two merchants with something of every kind, and what it takes to make a good call of any
 * operation. New operations need nothing here as long as their path parameters name things that are
 * known.
 */
final class World {
  private final List<Operation> operations;
  private final Set<String> scopes;
  private final Wire wire = new Wire(Homeport.gateway());
  private final DeadLetters deadLetters = new DeadLetters();
  private final Things things = new Things(this);
  private final NewBodies newBodies = new NewBodies(this);
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
    var opening = new Opening(this, things);
    opening.fill(mine);
    opening.fill(other);
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
    operation
        .parameters("path")
        .forEach(p -> path.put(p.name(), things.of(operation, p.name(), side)));
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
  JsonNode body(Operation operation, Map<String, String> path, Side side) {
    return newBodies.of(operation, path, side);
  }

  Call get(String operationId, Map<String, String> path, Side side) {
    return get(operation(operationId), path, side);
  }

  Call get(Operation read, Map<String, String> path, Side side) {
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

  /**
   * An identifier of the same form as a real one, of nothing that exists. A number stays: it counts
   * within something that has an identifier.
   */
  static String missing(String real) {
    if (real.chars().allMatch(Character::isDigit)) {
      return real;
    }
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
    Call call = call(operation(operationId), side);
    return done(operationId.equals("createCustomer") ? call.sending(somebody(call)) : call);
  }

  /** Whom nobody takes for somebody else: pairs of those who are alike grow as their square. */
  private static JsonNode somebody(Call create) {
    ObjectNode customer = (ObjectNode) Bodies.fresh(create.operation());
    String unlike = UUID.randomUUID().toString();
    customer.remove(List.of("phones", "addresses"));
    customer.putObject("name").put("full", unlike);
    customer.putArray("emails").addObject().put("address", unlike + "@example.com");
    return customer;
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

  /** Does an operation once more, and tells what the new thing is known by. */
  String made(String operationId, Side side) {
    return perform(operationId, side).json().path("id").asText();
  }

  Things things() {
    return things;
  }

  String spareTenant() {
    return spareTenant;
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

  static boolean makesJob(Operation operation) {
    return !operation.response(202).isMissingNode() && !operation.template().contains("{");
  }

  Set<String> scopeOf(Operation operation) {
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

  static String text(JsonNode body) {
    return body.isTextual() ? body.textValue() : body.toString();
  }
}
