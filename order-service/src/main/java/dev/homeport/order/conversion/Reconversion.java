package dev.homeport.order.conversion;

import dev.homeport.platform.job.JobHandler;
import dev.homeport.platform.job.JobRun;
import dev.homeport.platform.job.SubmittedWith;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The job that states orders and free returns anew by the rates that are known now. Doing it again
 * changes nothing unless rates have changed.
 */
@ApplicationScoped
@SubmittedWith("rates:write")
class Reconversion implements JobHandler {
  static final String KIND = "reconversion";
  private static final LocalDate BEGINNING = LocalDate.of(1, 1, 1);
  private static final LocalDate END = LocalDate.of(9999, 12, 31);

  private final DatedDocuments documents;

  Reconversion(DatedDocuments documents) {
    this.documents = documents;
  }

  /** Which documents; open where null. */
  record Parameters(
      @Nullable LocalDate from, @Nullable LocalDate to, @Nullable Currency currency) {}

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(JobRun run) {
    Parameters which = run.parameters(Parameters.class);
    var choice =
        new DatedDocuments.Choice(
            Objects.requireNonNullElse(which.from(), BEGINNING),
            Objects.requireNonNullElse(which.to(), END),
            which.currency(),
            false);
    new ConversionRun(documents, choice).run(run);
  }
}
