package dev.homeport.analytics.derived.store;

import dev.homeport.analytics.change.Cause;
import dev.homeport.analytics.change.Change;
import dev.homeport.analytics.change.Follower;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Notes that facts are no longer what they were. */
@ApplicationScoped
class FactStateFollower implements Follower {
  private static final Set<Cause> FACTS = EnumSet.of(Cause.fact, Cause.mapping, Cause.derivation);

  private final FactStateTable state;

  FactStateFollower(FactStateTable state) {
    this.state = state;
  }

  @Override
  public int order() {
    return 30;
  }

  @Override
  public void follow(List<Change> changes) {
    if (changes.stream().anyMatch(change -> FACTS.contains(change.cause()))) {
      state.advance();
    }
  }
}
