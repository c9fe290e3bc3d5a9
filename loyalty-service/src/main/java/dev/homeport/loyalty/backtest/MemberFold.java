package dev.homeport.loyalty.backtest;

import dev.homeport.loyalty.fact.Fact;
import dev.homeport.loyalty.journal.Event;
import dev.homeport.loyalty.journal.Fold;
import dev.homeport.loyalty.journal.Step;
import dev.homeport.loyalty.ledger.Lot;
import dev.homeport.loyalty.ledger.Posting;
import dev.homeport.loyalty.programme.Versions;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/**
 * Folds a member's journal under a scenario, by the fold by which points are posted. In the order
 * in which it happened, time passes under the scenario's own versions: each moment at which one of
 * its lots opens or expires.
 */
final class MemberFold {
  private final MemberJournal journal;
  private final Scenario scenario;
  private final Watcher watcher;
  private final TreeMap<Instant, Map<UUID, Event.Passed>> ahead = new TreeMap<>();
  private final Known known = new Known();
  private final boolean inTime;
  private final boolean again;
  private Fold fold;
  private long ids;

  /** Sees what becomes of the member. */
  interface Watcher {
    /** Something is about to happen. */
    void reach(Instant moment, Fold before);

    /**
     * Points have moved.
     *
     * @param at when whatever moved them came to be
     */
    void see(Instant at, Step step);
  }

  /** Facts and what was posted for them, where they will be rated again. */
  private static final class Known {
    final Map<UUID, Fact> facts = new HashMap<>();
    final Map<UUID, Fold.Posted> posted = new HashMap<>();

    List<Fact> of(UUID identity) {
      return facts.values().stream().filter(fact -> fact.identityId().equals(identity)).toList();
    }
  }

  private MemberFold(MemberJournal journal, Scenario scenario, Watcher watcher) {
    this.journal = journal;
    this.scenario = scenario;
    this.watcher = watcher;
    this.inTime = scenario.order() instanceof Scenario.Order.AsItHappened;
    this.again = !inTime && journal.wasRatedAgain(scenario.versions().key());
    this.fold = fold(Fold.State::empty);
  }

  /** Goes through all of it; the accounts stand as they do in the end. */
  static Fold run(MemberJournal journal, Scenario scenario, Watcher watcher) {
    var member = new MemberFold(journal, scenario, watcher);
    switch (scenario.order()) {
      case Scenario.Order.AsItCame(Instant approvedAt) -> member.asItCame(approvedAt);
      case Scenario.Order.AsItHappened() -> member.asItHappened();
    }
    return member.fold;
  }

  private void asItHappened() {
    for (MemberJournal.Placed one : journal.asItHappened()) {
      if (!scenario.leavesOut(one.at())) {
        pass(one.at());
        fold.floor(scenario.versions().floor(one.at()));
        apply(one.at(), one.journalled().event());
      }
    }
    pass(scenario.end());
  }

  /** Lets time pass, one moment after the other, as far as lots have any. */
  private void pass(Instant to) {
    while (!ahead.isEmpty() && !ahead.firstKey().isAfter(to)) {
      Map.Entry<Instant, Map<UUID, Event.Passed>> next = ahead.pollFirstEntry();
      if (!scenario.leavesOut(next.getKey())) {
        next.getValue().values().forEach(passed -> apply(next.getKey(), passed));
      }
    }
  }

  private void asItCame(Instant approvedAt) {
    String programme = scenario.versions().key();
    boolean begun = !again;
    for (MemberJournal.Placed one : journal.asItCame()) {
      Event event = one.journalled().event();
      if (scenario.leavesOut(event.effectiveAt())) {
        continue;
      }
      Instant recordedAt = one.journalled().recordedAt();
      if (!recordedAt.isBefore(approvedAt)) {
        if (!begun && scenario.versions().remembers()) {
          goOn(journal.identities());
        }
        begun = true;
        if (event instanceof Event.NewVersion version && version.programme().equals(programme)) {
          goOn(
              scenario.versions().remembers() ? journal.identities() : List.of(event.identityId()));
        }
        fold.floor(scenario.versions().floor(recordedAt));
        apply(event.effectiveAt(), event);
      }
      if (again && event instanceof Event.Happened(Fact fact)) {
        known.facts.merge(fact.id(), fact, (a, b) -> b.revision() > a.revision() ? b : a);
      }
    }
  }

  /** Goes on from the same accounts, with the facts of these identities at hand. */
  private void goOn(Collection<UUID> identities) {
    Fold before = fold;
    fold =
        fold(
            identity ->
                new Fold.State(
                    before.account(identity),
                    known.posted,
                    identities.contains(identity) ? known.of(identity) : List.of()));
  }

  private Fold fold(Function<UUID, Fold.State> state) {
    Versions versions = scenario.versions();
    return new Fold(
        versions,
        versions.floor(scenario.now()),
        journal.identities().stream().map(state).toList(),
        journal.together(),
        this::nextId);
  }

  private void apply(Instant at, Event event) {
    watcher.reach(at, fold);
    fold.apply(event)
        .ifPresent(
            step -> {
              watcher.see(at, step);
              if (again) {
                keep(step);
              }
              if (inTime) {
                step.byIdentity().forEach(this::note);
              }
            });
  }

  private void keep(Step step) {
    if (step instanceof Step.Changed(List<Step.Booked> booked)) {
      booked.forEach(one -> known.posted.put(one.rated().fact().id(), Fold.Posted.of(one.rated())));
    }
  }

  /** Takes note of when its lots open and expire. */
  private void note(UUID identity, Step step) {
    for (Posting posting : step.postings()) {
      posting.lots().forEach(lot -> note(identity, lot));
    }
  }

  private void note(UUID identity, Lot lot) {
    Instant end = lot.expiresAt();
    if (end != null && lot.remaining() > 0) {
      note(new Event.Expiry(nextId(), identity, end));
    }
    if (lot.waiting()) {
      note(new Event.Opening(nextId(), identity, lot.usableFrom()));
    }
  }

  private void note(Event.Passed moment) {
    ahead
        .computeIfAbsent(moment.effectiveAt(), _ -> new TreeMap<>())
        .put(moment.identityId(), moment);
  }

  /** Ids are no part of what is compared. */
  private UUID nextId() {
    ids++;
    return new UUID(0, ids);
  }
}
