package dev.homeport.analytics.rfm.store;

import dev.homeport.analytics.change.Cause;
import dev.homeport.analytics.change.Changes;
import dev.homeport.analytics.rfm.Rescoring;
import dev.homeport.analytics.rfm.Scheme;
import dev.homeport.analytics.rfm.Schemes;
import dev.homeport.analytics.rfm.Touch;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Scores all customers of a tenant by all of its scorings. */
@ApplicationScoped
class Scorer implements Rescoring {
  private final Schemes schemes;
  private final Refresh refresh;
  private final ScoreTable scores;
  private final CutPointTable cutPoints;
  private final Turns turns;
  private final Changes changes;
  private final Refreshes refreshes;
  private final RfmConfig config;
  private final Clock clock;

  Scorer(
      Schemes schemes,
      Refresh refresh,
      ScoreTable scores,
      CutPointTable cutPoints,
      Turns turns,
      Changes changes,
      Refreshes refreshes,
      RfmConfig config,
      Clock clock) {
    this.schemes = schemes;
    this.refresh = refresh;
    this.scores = scores;
    this.cutPoints = cutPoints;
    this.turns = turns;
    this.changes = changes;
    this.refreshes = refreshes;
    this.config = config;
    this.clock = clock;
  }

  /** Whoever is scored otherwise without having been touched is left to those who follow. */
  Rescored score(Work work) {
    turns.scores();
    return score(schemes.all(), work);
  }

  /** As the other, by some scorings only; the turn is the caller's. */
  Rescored score(List<Scheme> which, Work work) {
    var changed = new HashSet<UUID>();
    long written = 0;
    boolean left = cleared();
    for (Scheme scheme : which) {
      Refresh.Done done = refresh.run(scheme, work);
      changed.addAll(done.customers());
      written += done.customers().size();
      left |= done.left();
    }
    changes.mark(Cause.score, unheard(changed, work));
    if (left) {
      refreshes.soon();
    }
    return new Rescored(written, left);
  }

  /** Of whom nobody else was told: time passes without a word. */
  private static Set<UUID> unheard(Set<UUID> changed, Work work) {
    var unheard = new HashSet<>(changed);
    work.touched().entrySet().stream()
        .filter(touched -> touched.getValue() != Touch.DAY)
        .forEach(touched -> unheard.remove(touched.getKey()));
    return unheard;
  }

  @Override
  public Rescored begin() {
    return score(work(true));
  }

  @Override
  public Rescored go() {
    return score(work(false));
  }

  private Work work(boolean anew) {
    return new Work(Map.of(), Optional.empty(), clock.instant(), anew);
  }

  /** Deletes what was scored by scorings that are gone; true when some of it is still there. */
  private boolean cleared() {
    boolean left = false;
    for (String scoring : cutPoints.removed()) {
      if (scores.delete(scoring, config.writtenAtOnce()) < config.writtenAtOnce()) {
        cutPoints.forget(scoring);
      } else {
        left = true;
      }
    }
    return left;
  }
}
