package dev.homeport.system.conformance;

import java.util.Set;

/** Each scope that the document names is enough by itself. */
record ScopesThatSuffice() implements Check {

  @Override
  public String sentence() {
    return "lets a token with its scope alone in";
  }

  @Override
  public boolean concerns(Operation operation) {
    return !operation.scopes().isEmpty();
  }

  @Override
  public void run(Operation operation, Trial trial) {
    World world = trial.world();
    for (String scope : operation.scopes()) {
      Call call = world.call(operation, world.mine());
      Answer answer = trial.send(call.as(world.token(operation, world.mine(), Set.of(scope))));
      trial.require(
          answer.status() != 401 && answer.status() != 403, scope + " is not enough", answer);
    }
  }
}
