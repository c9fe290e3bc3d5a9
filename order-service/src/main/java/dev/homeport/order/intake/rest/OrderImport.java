package dev.homeport.order.intake.rest;

import dev.homeport.order.intake.OrderIntake;
import dev.homeport.order.order.Decision;
import dev.homeport.order.order.Submission;
import dev.homeport.platform.job.JobHandler;
import dev.homeport.platform.job.JobRun;
import dev.homeport.platform.job.SubmittedWith;
import dev.homeport.platform.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;

/** The job that takes a file of order documents in. */
@ApplicationScoped
@SubmittedWith("orders:write")
class OrderImport implements JobHandler {
  static final String KIND = "order-import";

  private final Documents documents;
  private final OrderIntake intake;
  private final CurrentTenant tenant;
  private final IntakeConfig config;

  OrderImport(Documents documents, OrderIntake intake, CurrentTenant tenant, IntakeConfig config) {
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
    new LineImport<Submission, Decision>(
            config.importBatch(),
            line -> documents.order(line, backfill),
            submissions -> intake.accept(submissions, tenant.settings()),
            OrderImport::count,
            Refusals::of)
        .run(run);
  }

  private static Tally count(Decision decision) {
    return switch (decision) {
      case Decision.Accepted _ -> new Tally(1, 0, 0, 0, 0);
      case Decision.Revised _ -> new Tally(0, 1, 0, 0, 0);
      case Decision.Unchanged _ -> new Tally(0, 0, 1, 0, 0);
      case Decision.Ignored _ -> new Tally(0, 0, 0, 1, 0);
      case Decision.Conflict _, Decision.BelowReturns _ -> new Tally(0, 0, 0, 0, 1);
    };
  }
}
