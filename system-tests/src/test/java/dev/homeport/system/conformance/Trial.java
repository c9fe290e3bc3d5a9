package dev.homeport.system.conformance;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One operation under one check: sends calls, holds every answer against the contract. */
final class Trial {
  private final World world;
  private final Set<String> faults = new LinkedHashSet<>();

  Trial(World world) {
    this.world = world;
  }

  World world() {
    return world;
  }

  /** Sends a call; an answer that is not as documented is a fault whatever the check is about. */
  Answer send(Call call) {
    Answer answer = world.wire().send(call);
    Contract.faults(answer).forEach(fault -> faults.add(fault + ": " + answer));
    return answer;
  }

  /** Sends a call and expects a status, and if it is a refusal one of these codes. */
  Answer expect(int status, Set<String> codes, Call call) {
    Answer answer = send(call);
    boolean coded = codes.isEmpty() || codes.contains(answer.code());
    require(answer.status() == status && coded, "expected " + status + " " + codes, answer);
    return answer;
  }

  void require(boolean holds, String sentence, Answer answer) {
    if (!holds) {
      faults.add(sentence + ": " + answer);
    }
  }

  void require(boolean holds, String sentence) {
    if (!holds) {
      faults.add(sentence);
    }
  }

  Outcome outcome() {
    return new Outcome(List.copyOf(faults));
  }
}
