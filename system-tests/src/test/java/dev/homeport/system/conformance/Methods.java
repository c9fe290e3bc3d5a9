package dev.homeport.system.conformance;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A method that a path does not have is answered with those that it has. */
record Methods() implements Check {

  @Override
  public String sentence() {
    return "answers 405 to methods that its path does not have";
  }

  @Override
  public boolean concerns(Operation operation) {
    return true;
  }

  @Override
  public void run(Operation operation, Trial trial) {
    Set<String> present = trial.world().methods(operation.template());
    Set<String> possible = trial.world().possibleMethods(operation.template());
    Call call = trial.world().call(operation, trial.world().mine());
    for (String method : List.of("DELETE", "PUT", "PATCH", "POST", "GET")) {
      if (!possible.contains(method)) {
        Answer answer = trial.expect(405, Set.of("method-not-allowed"), call.by(method));
        var allowed = new HashSet<>(Arrays.asList(answer.header("Allow").split("\\s*,\\s*")));
        trial.require(
            allowed.containsAll(present) && !allowed.contains(method),
            "Allow is " + allowed,
            answer);
      }
    }
  }
}
