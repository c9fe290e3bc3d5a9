package dev.homeport.system.conformance;

import java.util.Set;

/** With every scope but its own an operation does not let a caller in. */
record MissingScope() implements Check {

  @Override
  public String sentence() {
    return "answers 403 to a token without its scope";
  }

  @Override
  public boolean concerns(Operation operation) {
    return operation.template().startsWith("/v1/") && !operation.signed();
  }

  @Override
  public void run(Operation operation, Trial trial) {
    World world = trial.world();
    trial.require(!operation.scopes().isEmpty(), "it names no scope");
    Call call = world.call(operation, world.mine());
    Set<String> others = world.otherScopes(operation);
    trial.expect(403, Set.of("forbidden"), call.as(world.token(operation, world.mine(), others)));
    trial.expect(403, Set.of("forbidden"), call.as(world.token(operation, world.mine(), Set.of())));
  }
}
