package dev.homeport.order.intake.rest;

import dev.homeport.order.intake.OrderIntake;
import dev.homeport.order.intake.ReturnIntake;
import dev.homeport.order.intake.ReturnOutcome;
import dev.homeport.order.order.Decision;
import dev.homeport.order.order.Submission;
import dev.homeport.order.returns.ReturnSubmission;
import dev.homeport.platform.job.JobHandler;
import dev.homeport.platform.job.JobRun;
import dev.homeport.platform.job.SubmittedWith;
import dev.homeport.platform.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

/** The jobs that take files of documents in. */
final class Imports {
  static final String ORDERS = "order-import";
  static final String RETURNS = "return-import";

  private Imports() {}

  /** Opens the documents of an input after a line, however they are written. */
  private static <T, D> Items<D> open(
      JobRun run,
      long after,
      CsvColumns columns,
      Documents documents,
      Class<T> type,
      Function<T, D> take) {
    return run.parameters(ImportParameters.class).csv()
        ? new CsvItems<>(
            run.body(), columns, after, rows -> take.apply(documents.read(rows.json(), type)))
        : new LineItems<>(run.lines(after), line -> take.apply(documents.read(line, type)));
  }

  private static void total(JobRun run, CsvColumns columns) {
    if (run.checkpoint(DocumentImport.Progress.class).isEmpty()) {
      boolean csv = run.parameters(ImportParameters.class).csv();
      run.total(csv ? CsvItems.count(run.body(), columns) : LineItems.count(run.body()));
    }
  }

  /** Orders. */
  @ApplicationScoped
  @SubmittedWith("orders:write")
  static class OfOrders implements JobHandler {
    private final Documents documents;
    private final OrderIntake intake;
    private final CurrentTenant tenant;
    private final IntakeConfig config;

    OfOrders(Documents documents, OrderIntake intake, CurrentTenant tenant, IntakeConfig config) {
      this.documents = documents;
      this.intake = intake;
      this.tenant = tenant;
      this.config = config;
    }

    @Override
    public String kind() {
      return ORDERS;
    }

    @Override
    public void run(JobRun run) {
      total(run, CsvColumns.ORDERS);
      ImportParameters sent = run.parameters(ImportParameters.class);
      Function<OrderRequest, Submission> take =
          request -> documents.order(request, sent.backfill(), sent.by());
      new DocumentImport<Submission, Decision>(
              config.importBatch(),
              after -> open(run, after, CsvColumns.ORDERS, documents, OrderRequest.class, take),
              submissions -> intake.accept(submissions, tenant.settings()),
              OfOrders::count,
              Refusals::of)
          .run(run, tenant);
    }

    private static Tally count(Decision decision) {
      return switch (decision) {
        case Decision.Accepted _ -> new Tally(1, 0, 0, 0, 0);
        case Decision.Revised _ -> new Tally(0, 1, 0, 0, 0);
        case Decision.Unchanged _ -> new Tally(0, 0, 1, 0, 0);
        case Decision.Ignored _ -> new Tally(0, 0, 0, 1, 0);
        case Decision.Conflict _ -> new Tally(0, 0, 0, 0, 1);
      };
    }
  }

  /** Free returns. */
  @ApplicationScoped
  @SubmittedWith("orders:write")
  static class OfReturns implements JobHandler {
    private final Documents documents;
    private final ReturnIntake intake;
    private final CurrentTenant tenant;
    private final IntakeConfig config;

    OfReturns(Documents documents, ReturnIntake intake, CurrentTenant tenant, IntakeConfig config) {
      this.documents = documents;
      this.intake = intake;
      this.tenant = tenant;
      this.config = config;
    }

    @Override
    public String kind() {
      return RETURNS;
    }

    @Override
    public void run(JobRun run) {
      total(run, CsvColumns.RETURNS);
      ImportParameters sent = run.parameters(ImportParameters.class);
      Function<ReturnRequest, ReturnSubmission> take =
          request -> documents.freeReturn(request, sent.backfill(), sent.by());
      new DocumentImport<ReturnSubmission, ReturnOutcome>(
              config.importBatch(),
              after -> open(run, after, CsvColumns.RETURNS, documents, ReturnRequest.class, take),
              submissions -> intake.accept(submissions, tenant.settings()),
              OfReturns::count,
              Refusals::of)
          .run(run, tenant);
    }

    private static Tally count(ReturnOutcome outcome) {
      return switch (outcome) {
        case ReturnOutcome.Recorded _ -> new Tally(1, 0, 0, 0, 0);
        case ReturnOutcome.Unchanged _ -> new Tally(0, 0, 1, 0, 0);
        case ReturnOutcome.Conflict _ -> new Tally(0, 0, 0, 0, 1);
      };
    }
  }
}
