package dev.homeport.system.conformance;

import java.util.Set;

/**
 * Without a token, with one that is none, and with one for somebody else, nobody gets in; where a
 * signature does it instead, neither without one nor with that of something else.
 */
record NoCredentials() implements Check {

  @Override
  public String sentence() {
    return "answers 401 without a good token or signature";
  }

  @Override
  public boolean concerns(Operation operation) {
    return operation.secured() || operation.template().startsWith("/v1/");
  }

  @Override
  public void run(Operation operation, Trial trial) {
    trial.require(operation.secured(), "it is public, and nothing below /v1 is");
    Call call = trial.world().call(operation, trial.world().mine());
    if (operation.signed()) {
      trial.expect(401, Set.of("signature-wrong"), call.without(Signing.HEADER));
      trial.expect(401, Set.of("signature-wrong"), call.sending(call.body() + " "));
      return;
    }
    refused(trial, call.as(null));
    refused(trial, call.as("garbage"));
    refused(trial, call.as("eyJhbGciOiJub25lIn0.eyJzdWIiOiJtZSJ9."));
    refused(trial, call.as(trial.world().tokenForOthers()));
  }

  private static void refused(Trial trial, Call call) {
    Answer answer = trial.expect(401, Set.of("unauthenticated"), call);
    trial.require(
        answer.header("WWW-Authenticate").startsWith("Bearer"), "no WWW-Authenticate", answer);
  }
}
