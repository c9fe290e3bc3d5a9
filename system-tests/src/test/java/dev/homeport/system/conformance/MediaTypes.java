package dev.homeport.system.conformance;

import java.util.Set;

/** A body of a kind that the operation does not document is refused unread. */
record MediaTypes() implements Check {

  @Override
  public String sentence() {
    return "answers 415 to bodies of another media type";
  }

  @Override
  public boolean concerns(Operation operation) {
    return operation.hasBody();
  }

  @Override
  public void run(Operation operation, Trial trial) {
    Call call = trial.world().call(operation, trial.world().mine());
    for (String type : new String[] {"text/plain", "application/xml", "image/png"}) {
      trial.expect(415, Set.of("unsupported-media-type"), call.saying("Content-Type", type));
    }
  }
}
