package dev.homeport.system.conformance;

import java.util.List;
import java.util.Set;

/** What is no JSON, or nothing at all, is refused as unparsable. */
record UnreadableBodies() implements Check {
  private static final String DEEP = "[".repeat(64) + "]".repeat(64);

  /** What becomes of a file is for its operation to say; that it does is all that is asked here. */
  private static final List<String> UNREADABLE_FILES =
      List.of("", "\n", "null\n", "{\n", "[]\n", "7\n", "\u0000\n", "{}\n", "x,y\n1,2\n");

  @Override
  public String sentence() {
    return "answers 400 to a body that is missing or cannot be parsed";
  }

  @Override
  public boolean concerns(Operation operation) {
    return operation.hasBody();
  }

  @Override
  public void run(Operation operation, Trial trial) {
    Call call = trial.world().call(operation, trial.world().mine());
    if (!operation.takesJson()) {
      UNREADABLE_FILES.forEach(file -> trial.send(call.sending(file)));
      trial.send(call.saying("Content-Encoding", "gzip"));
      return;
    }
    String good = String.valueOf(call.body());
    Set<String> codes = Set.of("malformed-json");
    if (operation.needsBody()) {
      trial.expect(400, codes, call.sending((String) null));
      trial.expect(400, codes, call.sending(" "));
      refused(trial, call.sending("null"));
    }
    trial.expect(400, codes, call.sending(good.substring(0, good.length() - 1)));
    trial.expect(400, codes, call.sending(good + good));
    trial.expect(400, codes, call.sending("{'a': 1}"));
    trial.expect(400, codes, call.sending("{\"a\": 1, \"a\": 2}"));
    trial.expect(400, codes, call.sending("{\"a\": " + DEEP + "}"));
    refused(trial, call.sending("[]"));
    refused(trial, call.sending("\"text\""));
    refused(trial, call.sending("7"));
  }

  private static void refused(Trial trial, Call call) {
    Answer answer = trial.send(call);
    trial.require(answer.refuses(), "it is not refused", answer);
  }
}
