package dev.homeport.system.conformance;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What can be had in several forms is answered in the one that is asked for. Files at an address of
 * their own, like the document of the API, are what they are.
 */
record Representations() implements Check {

  @Override
  public String sentence() {
    return "answers in each media type that it documents, and 406 to others";
  }

  @Override
  public boolean concerns(Operation operation) {
    JsonNode content = operation.response(200).path("content");
    return operation.method().equals("get")
        && operation.template().startsWith("/v1/")
        && (content.size() > 1 || (content.size() == 1 && !content.has("application/json")));
  }

  @Override
  public void run(Operation operation, Trial trial) {
    if (!trial.world().reachable(operation)) {
      return;
    }
    Call call = trial.world().call(operation, trial.world().mine());
    boolean had = false;
    for (var content : operation.response(200).path("content").properties()) {
      Answer answer = trial.send(call.saying("Accept", content.getKey()));
      if (answer.status() == 406 && kept(operation)) {
        continue;
      }
      had = true;
      trial.require(answer.status() == 200, "it is not to be had", answer);
      trial.require(
          answer.mediaType().equals(content.getKey()),
          content.getKey() + " was asked for and " + answer.mediaType() + " came",
          answer);
    }
    Answer other = trial.send(call.saying("Accept", "application/x-nothing-like-it"));
    trial.require(had, "it is to be had in no form", other);
    trial.require(other.status() == 406, "what it cannot write is not refused", other);
  }

  /** Whether it is one thing among others, which may have been made in one of the forms only. */
  private static boolean kept(Operation operation) {
    return operation.parameters("path").findAny().isPresent();
  }
}
