package dev.homeport.system.conformance;

import java.util.Set;

/** Another tenant's identifier is answered like one of nothing. */
record ForeignIds() implements Check {

  @Override
  public String sentence() {
    return "does not tell another tenant's ids from ids of nothing";
  }

  @Override
  public boolean concerns(Operation operation) {
    return !operation.ofThePlatform()
        && !operation.signed()
        && operation.parameters("path").findAny().isPresent();
  }

  @Override
  public void run(Operation operation, Trial trial) {
    World world = trial.world();
    Call own = world.call(operation, world.other());
    Call foreign = world.call(operation, world.mine());
    Call missing = own;
    for (var parameter : foreign.path().entrySet()) {
      missing = missing.at(parameter.getKey(), World.missing(parameter.getValue()));
    }
    Call asked = own;
    for (var parameter : foreign.path().entrySet()) {
      asked = asked.at(parameter.getKey(), parameter.getValue());
    }
    Answer ofNothing = trial.send(missing);
    Answer ofAnother = trial.send(asked);
    trial.require(ofNothing.status() == 404, "an id of nothing is no 404", ofNothing);
    trial.require(
        ofAnother.verdict().equals(ofNothing.verdict()),
        "expected " + ofNothing.verdict(),
        ofAnother);
    for (String malformed : new String[] {"x", "0", "a".repeat(3_000)}) {
      for (String parameter : own.path().keySet()) {
        if (own.path().get(parameter).contains("_")) {
          trial.expect(404, Set.of(), own.at(parameter, malformed));
        }
      }
    }
  }
}
