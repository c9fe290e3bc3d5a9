package dev.homeport.system.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/** The example of a request is accepted as it stands. */
record Examples() implements Check {
  /** What the state of the world can forbid, however good the request is. */
  private static final Set<String> FORBIDDEN = Set.of("job-ended", "event-not-taken");

  @Override
  public String sentence() {
    return "accepts its own example";
  }

  @Override
  public boolean concerns(Operation operation) {
    return true;
  }

  @Override
  public void run(Operation operation, Trial trial) {
    if (!trial.world().reachable(operation)) {
      trial.send(trial.world().call(operation, trial.world().mine()));
      return;
    }
    accepted(trial, trial.world().call(operation, trial.world().mine()));
    boolean first = true;
    for (Map.Entry<String, JsonNode> media : operation.bodies().properties()) {
      if (!first) {
        JsonNode example = Operation.examples(media.getValue()).getFirst();
        Call call =
            trial
                .world()
                .call(operation, trial.world().mine())
                .saying("Content-Type", media.getKey())
                .sending(example.isTextual() ? example.textValue() : example.toString());
        accepted(trial, operation.signed() ? Signing.sign(call) : call);
      }
      first = false;
    }
  }

  private static void accepted(Trial trial, Call call) {
    Answer answer = trial.send(call);
    trial.require(answer.good() || FORBIDDEN.contains(answer.code()), "it is not accepted", answer);
  }
}
