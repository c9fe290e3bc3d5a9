package dev.homeport.analytics.rfm.store;

import dev.homeport.analytics.change.Cause;
import dev.homeport.analytics.change.Change;
import dev.homeport.analytics.change.Follower;
import dev.homeport.analytics.rfm.Snapshots;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Takes the cut points anew after values of customers have changed. */
@ApplicationScoped
class CutPointFollower implements Follower {
  private static final Set<Cause> VALUES = EnumSet.of(Cause.fact, Cause.mapping, Cause.derivation);

  private final Snapshots snapshots;

  CutPointFollower(Snapshots snapshots) {
    this.snapshots = snapshots;
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public void follow(List<Change> changes) {
    if (changes.stream().anyMatch(change -> VALUES.contains(change.cause()))) {
      snapshots.refresh();
    }
  }
}
