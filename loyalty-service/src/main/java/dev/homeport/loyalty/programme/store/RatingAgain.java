package dev.homeport.loyalty.programme.store;

import dev.homeport.loyalty.journal.Event;
import dev.homeport.loyalty.journal.store.FactIntake;
import dev.homeport.platform.database.Database;
import dev.homeport.platform.job.JobHandler;
import dev.homeport.platform.job.JobRun;
import dev.homeport.platform.job.JobStep;
import dev.homeport.platform.job.SubmittedWith;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * After a version was approved that counts for what has already happened: rates every identity
 * again and posts the differences, some at a time.
 */
@ApplicationScoped
@SubmittedWith("admin:write")
class RatingAgain implements JobHandler {
  static final String KIND = "programme-rating";

  private static final int IDENTITIES_A_STEP = 100;

  private static final String NEXT =
      """
      select identity_id from identity
      where tenant_id = ? and (?::uuid is null or identity_id > ?::uuid)
      order by identity_id limit ?""";

  private final Database database;
  private final FactIntake intake;

  RatingAgain(Database database, FactIntake intake) {
    this.database = database;
    this.intake = intake;
  }

  /** The version that was approved. */
  record Parameters(UUID programmeId, String programme, int version, Instant startsAt) {}

  /** How far it has come. */
  record Progress(@Nullable UUID after, long identities, long changed) {}

  /**
   * What it says of itself.
   *
   * @param changed identities of which something deserves other points
   */
  record Result(long identities, long changed) {}

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(JobRun run) {
    Parameters version = run.parameters(Parameters.class);
    Progress progress = run.checkpoint(Progress.class).orElse(new Progress(null, 0, 0));
    boolean more = true;
    while (more) {
      Progress before = progress;
      progress = run.call(step -> next(step, version, before));
      more = progress.identities() > before.identities();
    }
    run.result(new Result(progress.identities(), progress.changed()));
  }

  private Progress next(JobStep step, Parameters version, Progress before) {
    List<UUID> identities =
        database.list(
            NEXT,
            to -> to.tenant().uuid(before.after()).uuid(before.after()).number(IDENTITIES_A_STEP),
            row -> row.getObject(1, UUID.class));
    if (identities.isEmpty()) {
      return before;
    }
    int changed =
        intake.rateAgain(
            identities.stream()
                .map(
                    identity ->
                        new Event.NewVersion(
                            version.programmeId(),
                            identity,
                            version.startsAt(),
                            version.programme(),
                            version.version()))
                .toList());
    step.succeeded(identities.size());
    var progress =
        new Progress(
            identities.getLast(),
            before.identities() + identities.size(),
            before.changed() + changed);
    step.checkpoint(progress);
    return progress;
  }
}
