package dev.homeport.order.conversion;

import dev.homeport.order.currency.ReferenceRates;
import dev.homeport.platform.database.Database;
import dev.homeport.platform.job.JobHandler;
import dev.homeport.platform.job.JobRun;
import dev.homeport.platform.job.JobView;
import dev.homeport.platform.job.Jobs;
import dev.homeport.platform.job.SubmittedWith;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;

/** The job that converts orders and returns which waited for rates that have come. */
@ApplicationScoped
@SubmittedWith("rates:write")
public class PendingConversion implements JobHandler {
  static final String KIND = "pending-conversion";

  private final DatedDocuments documents;
  private final Jobs jobs;
  private final Database database;

  PendingConversion(DatedDocuments documents, Jobs jobs, Database database) {
    this.documents = documents;
    this.jobs = jobs;
    this.database = database;
  }

  /** The days whose documents to convert. */
  record Days(LocalDate from, LocalDate to) {}

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
    var choice = new DatedDocuments.Choice(days.from(), days.to(), null, true);
    new ConversionRun(documents, choice).run(run);
  }
}
