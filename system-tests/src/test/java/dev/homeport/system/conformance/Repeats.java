package dev.homeport.system.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The same keyed request twice has one effect and one answer. */
record Repeats() implements Check {

  @Override
  public String sentence() {
    return "answers a repeat under the same key with the stored answer";
  }

  @Override
  public boolean concerns(Operation operation) {
    return Set.of("post", "patch").contains(operation.method());
  }

  @Override
  public void run(Operation operation, Trial trial) {
    World world = trial.world();
    boolean streamed = operation.hasBody() && !operation.takesJson();
    trial.require(
        streamed || operation.key() != Operation.Key.UNKNOWN, "it knows no Idempotency-Key");
    if (operation.key() == Operation.Key.UNKNOWN || !world.reachable(operation)) {
      return;
    }
    Call call = world.call(operation, world.mine());
    Answer first = trial.send(call);
    if (first.good()) {
      Answer again = trial.send(call);
      trial.require(
          again.status() == first.status() && again.body().equals(first.body()),
          "another answer than " + first,
          again);
      trial.require(
          again.header("Idempotent-Replayed").equals("true"), "no Idempotent-Replayed", again);
      trial.require(
          again.header("Location").equals(first.header("Location"))
              && again.header("ETag").equals(first.header("ETag"))
              && again.mediaType().equals(first.mediaType()),
          "other headers",
          again);
      other(operation, call)
          .ifPresent(other -> trial.expect(422, Set.of("idempotency-key-reused"), other));
    }
    if (operation.key() == Operation.Key.REQUIRED) {
      trial.expect(
          400,
          Set.of("idempotency-key-required"),
          world.call(operation, world.mine()).without(Call.KEY));
    }
    trial.expect(400, Set.of("invalid-parameter"), call.saying(Call.KEY, "k".repeat(300)));
    trial.expect(400, Set.of("invalid-parameter"), call.saying(Call.KEY, "a b"));
  }

  /** The same key on a request that asks for something else. */
  private static Optional<Call> other(Operation operation, Call call) {
    if (!operation.takesJson()) {
      return operation
          .parameter("query", "from")
          .map(
              from ->
                  call.asking(
                      "from",
                      from.schema().path("format").asText().equals("date")
                          ? "2026-01-01"
                          : "2026-01-01T00:00:00Z"));
    }
    JsonNode fresh = Bodies.fresh(operation);
    return fresh.toString().equals(call.body())
        ? Bodies.varied(operation, fresh).map(call::sending)
        : Optional.of(call.sending(fresh));
  }

  static Call newKey(Call call) {
    return call.headers().containsKey(Call.KEY)
        ? call.saying(Call.KEY, UUID.randomUUID().toString())
        : call;
  }
}
