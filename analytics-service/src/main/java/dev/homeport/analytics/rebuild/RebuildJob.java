package dev.homeport.analytics.rebuild;

import dev.homeport.analytics.derived.Derivations;
import dev.homeport.analytics.fact.Derivation;
import dev.homeport.analytics.fact.Derivation.Derived;
import dev.homeport.analytics.rfm.Rescoring;
import dev.homeport.analytics.rfm.Rescoring.Rescored;
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
  private final Rescoring rescoring;
  private final Derivations derived;
  private final Segments segments;

  RebuildJob(Derivation derivation, Rescoring rescoring, Derivations derived, Segments segments) {
    this.derivation = derivation;
    this.rescoring = rescoring;
    this.derived = derived;
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
    long rescored = rescore(run);
    derived.deriveAll();
    run.step(_ -> segments.deriveAgain());
    run.result(new Result(position.customers(), position.corrected(), rescored));
  }

  /** How many scores or groups were others than those that follow from the values. */
  private long rescore(JobRun run) {
    Rescored done = run.call(_ -> rescoring.begin());
    long corrected = done.corrected();
    while (done.left()) {
      done = run.call(_ -> rescoring.go());
      corrected += done.corrected();
    }
    return corrected;
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
   * @param rescored scores of customers, of all scorings together, that were not yet written as
   *     they follow from the values
   */
  record Result(long customers, long corrected, long rescored) {}
}
