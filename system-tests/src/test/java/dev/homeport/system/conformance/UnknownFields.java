package dev.homeport.system.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;

/** A field that nobody documented is refused, and named. */
record UnknownFields() implements Check {

  @Override
  public String sentence() {
    return "answers 422 to unknown fields, naming them";
  }

  @Override
  public boolean concerns(Operation operation) {
    return operation.takesJson();
  }

  @Override
  public void run(Operation operation, Trial trial) {
    Call call = trial.world().call(operation, trial.world().mine());
    for (var mutation : Mutations.ofUnknownFields(operation, Bodies.fresh(operation))) {
      Call spoilt = call.sending(mutation.body());
      Answer answer =
          trial.send(
              operation.key() == Operation.Key.UNKNOWN
                  ? spoilt
                  : spoilt.saying(Call.KEY, UUID.randomUUID().toString()));
      trial.require(answer.refuses(), mutation.place() + " is not refused", answer);
      trial.require(names(answer, mutation.place()), mutation.place() + " is not named", answer);
    }
  }

  /** In a batch the pointer starts at the item. */
  private static boolean names(Answer answer, String place) {
    return answer.json().findValues("pointer").stream()
        .map(JsonNode::asText)
        .anyMatch(pointer -> !pointer.isEmpty() && place.endsWith(pointer));
  }
}
