package dev.homeport.system.conformance;

import java.util.Set;

/** What names a version is changed only from that version, and not sent to who has it. */
record Preconditions() implements Check {

  @Override
  public String sentence() {
    return "minds If-Match and If-None-Match";
  }

  @Override
  public boolean concerns(Operation operation) {
    return operation.method().equals("get")
        || operation.parameter("header", "If-Match").isPresent();
  }

  @Override
  public void run(Operation operation, Trial trial) {
    World world = trial.world();
    Call call = world.call(operation, world.mine());
    if (operation.method().equals("get")) {
      read(trial, call);
    } else {
      changed(trial, call);
    }
  }

  private static void read(Trial trial, Call call) {
    String tag = trial.send(call).header("ETag");
    if (!tag.isEmpty()) {
      trial.require(tag.matches("\"[^\"]+\""), "the tag %s is not strong".formatted(tag));
      String known = unchanged(trial, call, tag);
      trial.expect(304, Set.of(), call.saying("If-None-Match", "\"other\", " + known));
      trial.expect(200, Set.of(), call.saying("If-None-Match", "\"other\""));
    }
  }

  /** The tag by which nothing is sent again; others may change what is read meanwhile. */
  private static String unchanged(Trial trial, Call call, String tag) {
    Answer answer = trial.send(call.saying("If-None-Match", tag));
    String now = answer.header("ETag");
    if (answer.status() == 200 && !now.equals(tag)) {
      trial.expect(304, Set.of(), call.saying("If-None-Match", now));
      return now;
    }
    trial.require(answer.status() == 304, "what is known is sent again", answer);
    return tag;
  }

  private static void changed(Trial trial, Call call) {
    trial.expect(428, Set.of("precondition-required"), call.without("If-Match"));
    trial.expect(
        412,
        Set.of("precondition-failed"),
        Repeats.newKey(call).saying("If-Match", "\"no-such-version\""));
    Answer changed = trial.send(call);
    trial.require(changed.good(), "it is not changed", changed);
    trial.require(
        changed.status() == 204 || !changed.header("ETag").isEmpty(),
        "the answer has no ETag of the new version",
        changed);
  }
}
