package dev.homeport.system.conformance;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Set;

/** Parameters that are not documented, and values that are not allowed, are refused by name. */
record QueryParameters() implements Check {

  @Override
  public String sentence() {
    return "answers 400 to unknown parameters and to values that are not allowed";
  }

  @Override
  public boolean concerns(Operation operation) {
    return true;
  }

  @Override
  public void run(Operation operation, Trial trial) {
    Call call = trial.world().call(operation, trial.world().mine());
    Answer unknown =
        trial.expect(400, Set.of("unknown-parameter"), call.asking("noSuchParameter", "1"));
    trial.require(names(unknown, "noSuchParameter"), "the parameter is not named", unknown);
    operation
        .parameters("query")
        .forEach(
            parameter -> {
              for (var violation :
                  Violations.of(
                      operation.document(), parameter.schema(), MissingNode.getInstance())) {
                boolean text = violation.limit().equals("type") && !violation.value().isTextual();
                if (!text) {
                  String value = violation.value().asText();
                  Answer answer = trial.send(call.asking(parameter.name(), value));
                  trial.require(
                      answer.status() == 400,
                      parameter.name() + " breaks " + violation.limit() + " and is not refused",
                      answer);
                  trial.require(
                      names(answer, parameter.name()), parameter.name() + " is not named", answer);
                }
              }
            });
  }

  private static boolean names(Answer answer, String parameter) {
    return answer.json().findValuesAsText("parameter").contains(parameter);
  }
}
