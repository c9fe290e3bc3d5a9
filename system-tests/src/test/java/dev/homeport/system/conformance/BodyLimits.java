package dev.homeport.system.conformance;

import java.util.UUID;

/** Each limit that the schema of a body states is enforced. */
record BodyLimits() implements Check {

  @Override
  public String sentence() {
    return "enforces every limit of its body's schema";
  }

  @Override
  public boolean concerns(Operation operation) {
    return operation.takesJson();
  }

  @Override
  public void run(Operation operation, Trial trial) {
    Call call = trial.world().call(operation, trial.world().mine());
    for (var mutation : Mutations.ofLimits(operation, Bodies.fresh(operation))) {
      Call spoilt = call.sending(mutation.body());
      Answer answer =
          trial.send(
              operation.key() == Operation.Key.UNKNOWN
                  ? spoilt
                  : spoilt.saying(Call.KEY, UUID.randomUUID().toString()));
      trial.require(
          answer.refuses(),
          mutation.place() + " breaks " + mutation.limit() + " and is not refused",
          answer);
    }
  }
}
