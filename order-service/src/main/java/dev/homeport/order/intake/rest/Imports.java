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
import dev.homeport.platform.job.document.DocumentImport;
import dev.homeport.platform.job.document.DocumentReading;
import dev.homeport.platform.job.document.ImportParameters;
import dev.homeport.platform.job.document.Item;
import dev.homeport.platform.job.document.Tally;
import dev.homeport.platform.problem.JsonDocuments;
import dev.homeport.platform.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;

/** The jobs that take files of documents in. */
final class Imports {
  static final String ORDERS = "order-import";
  static final String RETURNS = "return-import";

  private Imports() {}

  private static <D> List<D> documents(List<Item.Sound<D>> sound) {
    return sound.stream().map(Item.Sound::document).toList();
  }

  /** Orders. */
  @ApplicationScoped
  @SubmittedWith("orders:write")
  static class OfOrders implements JobHandler {
    private final JsonDocuments json;
    private final Documents documents;
    private final OrderIntake intake;
    private final CurrentTenant tenant;
    private final IntakeConfig config;

    OfOrders(
        JsonDocuments json,
        Documents documents,
        OrderIntake intake,
        CurrentTenant tenant,
        IntakeConfig config) {
      this.json = json;
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
      ImportParameters sent = run.parameters(ImportParameters.class);
      Function<OrderRequest, Submission> take =
          request -> documents.order(request, sent.backfill(), sent.by());
      new DocumentImport<Submission, Decision>(
              config.importBatch(),
              DocumentReading.of(CsvColumns.ORDERS, json, OrderRequest.class, take),
              orders -> intake.accept(documents(orders), tenant.settings()),
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
    private final JsonDocuments json;
    private final Documents documents;
    private final ReturnIntake intake;
    private final CurrentTenant tenant;
    private final IntakeConfig config;

    OfReturns(
        JsonDocuments json,
        Documents documents,
        ReturnIntake intake,
        CurrentTenant tenant,
        IntakeConfig config) {
      this.json = json;
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
      ImportParameters sent = run.parameters(ImportParameters.class);
      Function<ReturnRequest, ReturnSubmission> take =
          request -> documents.freeReturn(request, sent.backfill(), sent.by());
      new DocumentImport<ReturnSubmission, ReturnOutcome>(
              config.importBatch(),
              DocumentReading.of(CsvColumns.RETURNS, json, ReturnRequest.class, take),
              returns -> intake.accept(documents(returns), tenant.settings()),
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
