package dev.homeport.analytics.segment.store;

import dev.homeport.analytics.change.Change;
import dev.homeport.analytics.change.Follower;
import dev.homeport.analytics.segment.Moment;
import dev.homeport.analytics.segment.Reason;
import dev.homeport.analytics.segment.Segment;
import dev.homeport.analytics.segment.store.RunTable.Run;
import dev.homeport.analytics.value.ModelActivated;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Moves customers as soon as something about them has changed; where that is very many, by a look
 * at all of them. Whom the look after an edit is still going to reach, it moves.
 */
@ApplicationScoped
class SegmentFollower implements Follower {
  private final SegmentLock lock;
  private final Subjects subjects;
  private final SegmentTable segments;
  private final RunTable runs;
  private final Settlement settlement;
  private final Moments moments;
  private final SegmentConfig config;

  SegmentFollower(
      SegmentLock lock,
      Subjects subjects,
      SegmentTable segments,
      RunTable runs,
      Settlement settlement,
      Moments moments,
      SegmentConfig config) {
    this.lock = lock;
    this.subjects = subjects;
    this.segments = segments;
    this.runs = runs;
    this.settlement = settlement;
    this.moments = moments;
    this.config = config;
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public void follow(List<Change> changes) {
    lock.take();
    Set<UUID> customers = new HashSet<>();
    changes.forEach(change -> customers.addAll(change.customers()));
    if (customers.size() > config.step()) {
      runs.beginAll();
      return;
    }
    Moment moment = moments.now();
    subjects.derive(customers, moment);
    Map<UUID, Run> edited = new HashMap<>();
    runs.open().forEach(run -> run.segment().ifPresent(segment -> edited.put(segment, run)));
    List<Segment> settled = new ArrayList<>();
    for (Segment segment : segments.all()) {
      Run run = edited.get(segment.id());
      if (run == null) {
        settled.add(segment);
      } else {
        var reached = customers.stream().filter(customer -> reached(run, customer)).toList();
        settlement.settle(List.of(segment), reached, moment, Reason.CHANGE, true);
      }
    }
    settlement.settle(settled, customers, moment, Reason.CHANGE, true);
  }

  /** What is expected of anybody may be something else from now on. */
  void follow(@Observes ModelActivated activation) {
    if (activation.model().settings().market().isEmpty()) {
      lock.take();
      runs.beginAll();
    }
  }

  /** The database compares identifiers as their text does. */
  private static boolean reached(Run run, UUID customer) {
    return run.after()
        .filter(after -> customer.toString().compareTo(after.toString()) <= 0)
        .isPresent();
  }
}
