package dev.homeport.system.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;

/** A cursor is good for one list with one set of filters, of one tenant, as it was given. */
record Cursors() implements Check {

  @Override
  public String sentence() {
    return "refuses cursors that are not its own, and impossible limits";
  }

  @Override
  public boolean concerns(Operation operation) {
    return operation.paged();
  }

  @Override
  public void run(Operation operation, Trial trial) {
    World world = trial.world();
    Call list = world.call(operation, world.mine()).asking("limit", "1");
    Optional<String> cursor = World.next(trial.send(list));
    cursor.ifPresent(
        given -> {
          refused(trial, list.asking("cursor", tampered(given)));
          refused(trial, list.asking("cursor", given + "AAAA"));
          otherFilter(operation)
              .ifPresent(filter -> refused(trial, filtered(list, filter).asking("cursor", given)));
          if (!operation.ofThePlatform()) {
            Call others = world.call(operation, world.other());
            refused(trial, others.asking("cursor", given));
          }
        });
    refused(trial, list.asking("cursor", "x"));
    refused(trial, list.asking("cursor", "\u00fc"));
    for (String limit : new String[] {"0", "251", "-1", "1.5", "x", "99999999999"}) {
      Answer answer = trial.expect(400, Set.of("invalid-parameter"), list.asking("limit", limit));
      trial.require(
          answer.json().findValuesAsText("parameter").contains("limit"), "not named", answer);
    }
    trial.expect(200, Set.of(), list.asking("limit", "250"));
  }

  private static void refused(Trial trial, Call call) {
    trial.expect(400, Set.of("invalid-cursor"), call);
  }

  private static String tampered(String cursor) {
    int middle = cursor.length() / 2;
    char other = cursor.charAt(middle) == 'A' ? 'B' : 'A';
    return cursor.substring(0, middle) + other + cursor.substring(middle + 1);
  }

  private static Call filtered(Call list, Parameter filter) {
    return list.asking(filter.name(), example(filter).orElseThrow());
  }

  private static Optional<Parameter> otherFilter(Operation operation) {
    return operation
        .parameters("query")
        .filter(parameter -> !Set.of("cursor", "limit").contains(parameter.name()))
        .filter(parameter -> example(parameter).isPresent())
        .findFirst();
  }

  private static Optional<String> example(Parameter parameter) {
    JsonNode schema = parameter.schema();
    if (schema.path("enum").isArray()) {
      return Optional.of(schema.get("enum").get(0).asText());
    }
    return parameter.example();
  }
}
