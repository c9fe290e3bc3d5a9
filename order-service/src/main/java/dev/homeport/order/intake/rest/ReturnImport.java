package dev.homeport.order.intake.rest;

import dev.homeport.order.intake.ReturnIntake;
import dev.homeport.order.intake.ReturnOutcome;
import dev.homeport.order.returns.ReturnSubmission;
import dev.homeport.platform.job.JobHandler;
import dev.homeport.platform.job.JobRun;
import dev.homeport.platform.job.SubmittedWith;
import dev.homeport.platform.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;

/** The job that takes a file of return documents in. */
@ApplicationScoped
@SubmittedWith("orders:write")
class ReturnImport implements JobHandler {
  static final String KIND = "return-import";

  private final Documents documents;
  private final ReturnIntake intake;
  private final CurrentTenant tenant;
  private final IntakeConfig config;

  ReturnImport(
      Documents documents, ReturnIntake intake, CurrentTenant tenant, IntakeConfig config) {
    this.documents = documents;
    this.intake = intake;
    this.tenant = tenant;
    this.config = config;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(JobRun run) {
    boolean backfill = run.parameters(ImportParameters.class).backfill();
    new LineImport<ReturnSubmission, ReturnOutcome>(
            config.importBatch(),
            line -> documents.freeReturn(line, backfill),
            submissions -> intake.accept(submissions, tenant.settings()),
            ReturnImport::count,
            Refusals::of)
        .run(run);
  }

  private static Tally count(ReturnOutcome outcome) {
    return switch (outcome) {
      case ReturnOutcome.Recorded _ -> new Tally(1, 0, 0, 0, 0);
      case ReturnOutcome.Unchanged _ -> new Tally(0, 0, 1, 0, 0);
      case ReturnOutcome.Conflict _ -> new Tally(0, 0, 0, 0, 1);
    };
  }
}
