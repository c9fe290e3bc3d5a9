package dev.homeport.analytics.rebuild;

import dev.homeport.analytics.fact.Derivation;
import dev.homeport.analytics.fact.Derivation.Derived;
import dev.homeport.analytics.rfm.Snapshots;
import dev.homeport.analytics.segment.Segments;
import dev.homeport.platform.job.JobHandler;
import dev.homeport.platform.job.JobRun;
import dev.homeport.platform.job.JobStep;
import dev.homeport.platform.job.SubmittedWith;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Goes through all customers of the tenant, some at a time, while events go on being taken. */
@ApplicationScoped
@SubmittedWith("admin:write")
class RebuildJob implements JobHandler {
  static final String KIND = "rebuild";
  private static final int CUSTOMERS_PER_STEP = 1_000;

  private final Derivation derivation;
  private final Snapshots snapshots;
  private final Segments segments;

  RebuildJob(Derivation derivation, Snapshots snapshots, Segments segments) {
    this.derivation = derivation;
    this.snapshots = snapshots;
    this.segments = segments;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(JobRun run) {
    run.total(run.<Long>call(_ -> derivation.customers()));
    Position position = run.checkpoint(Position.class).orElse(Position.START);
    Position next = advance(run, position);
    while (!next.equals(position)) {
      position = next;
      next = advance(run, position);
    }
    run.step(_ -> snapshots.refresh());
    run.step(_ -> segments.deriveAgain());
    run.result(new Result(position.customers(), position.corrected()));
  }

  /** Unchanged when all customers are done. */
  private Position advance(JobRun run, Position from) {
    return run.call(
        step ->
            derivation
                .derive(from.after(), CUSTOMERS_PER_STEP)
                .map(derived -> reached(step, from.plus(derived), derived))
                .orElse(from));
  }

  private static Position reached(JobStep step, Position position, Derived derived) {
    step.succeeded(derived.customers());
    step.checkpoint(position);
    return position;
  }

  /** How far the job has come. */
  record Position(Optional<UUID> after, long customers, long corrected) {
    static final Position START = new Position(Optional.empty(), 0, 0);

    private Position plus(Derived derived) {
      return new Position(
          Optional.of(derived.last()),
          customers + derived.customers(),
          corrected + derived.corrected());
    }
  }

  /**
   * What the job says in the end.
   *
   * @param corrected customers whose values did not follow from the facts
   */
  record Result(long customers, long corrected) {}
}
