package dev.homeport.loyalty.announcement;

import dev.homeport.loyalty.journal.store.ChangeCause;
import dev.homeport.loyalty.programme.RunningProgrammes;
import dev.homeport.platform.due.DueWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells of tiers that become others because a period ends, dated to that moment. */
@ApplicationScoped
class TierReviews implements DueWork {
  private static final int MEMBERS_AT_ONCE = 500;

  private final ToldTable told;
  private final Announcer announcer;
  private final RunningProgrammes programmes;

  TierReviews(ToldTable told, Announcer announcer, RunningProgrammes programmes) {
    this.told = told;
    this.announcer = announcer;
    this.programmes = programmes;
  }

  @Override
  public Optional<Instant> next(Instant horizon) {
    return told.firstDue(horizon);
  }

  @Override
  public void run(Instant horizon) {
    announcer.lock();
    List<Told> due = told.due(horizon, MEMBERS_AT_ONCE);
    announcer.tell(due.stream().map(this::look).toList());
  }

  /** Nobody is looked at as of a moment before the one of the last look. */
  private Look look(Told due) {
    Instant moment = due.lookAt() == null ? due.lookedAt() : due.lookAt();
    return new Look(
        due.key().customerId(),
        programmes.find(due.key().programme()).orElseThrow(),
        moment.isBefore(due.lookedAt()) ? due.lookedAt() : moment,
        Set.of(ChangeCause.TIME));
  }
}
