package dev.homeport.order.conversion;

import dev.homeport.order.currency.ReferenceRates;
import dev.homeport.platform.database.Database;
import dev.homeport.platform.job.JobHandler;
import dev.homeport.platform.job.JobRun;
import dev.homeport.platform.job.JobStep;
import dev.homeport.platform.job.JobView;
import dev.homeport.platform.job.Jobs;
import dev.homeport.platform.job.SubmittedWith;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The job that converts orders and returns which waited for rates that have come. */
@ApplicationScoped
@SubmittedWith("rates:write")
public class PendingConversion implements JobHandler {
  static final String KIND = "pending-conversion";
  private static final int GROUP = 250;

  private final PendingDocuments documents;
  private final Jobs jobs;
  private final Database database;

  PendingConversion(PendingDocuments documents, Jobs jobs, Database database) {
    this.documents = documents;
    this.jobs = jobs;
    this.database = database;
  }

  /** The days whose documents to convert. */
  record Days(LocalDate from, LocalDate to) {}

  /**
   * How far the work has come.
   *
   * @param after the last document looked at; null where none was
   * @param returns whether the orders are done and the returns are at work
   */
  record Progress(@Nullable UUID after, boolean returns, long orders, long freeReturns) {}

  /** What the job has done. */
  record Converted(long orders, long returns) {}

  /**
   * Begins the conversion of what waits for rates of these days of publication, in the present
   * transaction; empty when nothing waits.
   */
  public Optional<JobView> begin(LocalDate from, LocalDate to) {
    var days = new Days(from, to.plusDays(ReferenceRates.DAYS_VALID));
    return waiting(days) ? Optional.of(jobs.submit(KIND, days)) : Optional.empty();
  }

  private boolean waiting(Days days) {
    return database
        .list(
            """
            select exists (select from orders
                where tenant_id = ? and rate_day is null and day between ? and ?)
              or exists (select from free_return
                where tenant_id = ? and rate_day is null and day between ? and ?)""",
            to ->
                to.tenant()
                    .date(days.from())
                    .date(days.to())
                    .tenant()
                    .date(days.from())
                    .date(days.to()),
            row -> row.getBoolean(1))
        .getFirst();
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(JobRun run) {
    Days days = run.parameters(Days.class);
    Progress progress = run.checkpoint(Progress.class).orElse(new Progress(null, false, 0, 0));
    for (boolean more = true; more; ) {
      Progress before = progress;
      run.result(new Converted(before.orders(), before.freeReturns()));
      Optional<Progress> after = run.call(step -> step(step, days, before));
      progress = after.orElse(before);
      more = after.isPresent();
    }
  }

  private Optional<Progress> step(JobStep step, Days days, Progress before) {
    Optional<Progress> next =
        before.returns() ? returns(days, before) : Optional.of(orders(days, before));
    next.ifPresent(
        after -> {
          step.succeeded(
              after.orders() + after.freeReturns() - before.orders() - before.freeReturns());
          step.checkpoint(after);
        });
    return next;
  }

  private Progress orders(Days days, Progress before) {
    return documents
        .orders(days.from(), days.to(), before.after(), GROUP)
        .map(
            group ->
                new Progress(
                    group.last(), false, before.orders() + group.converted(), before.freeReturns()))
        .orElse(new Progress(null, true, before.orders(), before.freeReturns()));
  }

  private Optional<Progress> returns(Days days, Progress before) {
    return documents
        .returns(days.from(), days.to(), before.after(), GROUP)
        .map(
            group ->
                new Progress(
                    group.last(), true, before.orders(), before.freeReturns() + group.converted()));
  }
}
