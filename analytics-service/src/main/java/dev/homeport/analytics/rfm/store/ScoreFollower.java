package dev.homeport.analytics.rfm.store;

import dev.homeport.analytics.change.Cause;
import dev.homeport.analytics.change.Change;
import dev.homeport.analytics.change.Follower;
import dev.homeport.analytics.rfm.Touch;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Scores customers again after their facts or identities have changed. */
@ApplicationScoped
class ScoreFollower implements Follower {
  private final Scorer scorer;
  private final Clock clock;

  ScoreFollower(Scorer scorer, Clock clock) {
    this.scorer = scorer;
    this.clock = clock;
  }

  @Override
  public int order() {
    return 10;
  }

  /** Also where nobody was touched: something may be left from before, or settings have changed. */
  @Override
  public void follow(List<Change> changes) {
    scorer.score(new Work(touched(changes), Optional.empty(), clock.instant(), false));
  }

  private static Map<UUID, Touch> touched(List<Change> changes) {
    var touched = new HashMap<UUID, Touch>();
    for (Change change : changes) {
      touch(change.cause())
          .ifPresent(
              touch ->
                  change
                      .customers()
                      .forEach(customer -> touched.merge(customer, touch, Touch::stronger)));
    }
    return touched;
  }

  private static Optional<Touch> touch(Cause cause) {
    return switch (cause) {
      case fact -> Optional.of(Touch.EVENT);
      case mapping -> Optional.of(Touch.IDENTITY);
      case derivation -> Optional.of(Touch.DERIVATION);
      case profile, points, score -> Optional.empty();
    };
  }
}
