package dev.homeport.analytics.price.rest;

import dev.homeport.analytics.price.Observation;
import dev.homeport.analytics.price.Observations;
import dev.homeport.analytics.price.Outcome;
import dev.homeport.platform.job.JobHandler;
import dev.homeport.platform.job.JobRun;
import dev.homeport.platform.job.SubmittedWith;
import dev.homeport.platform.job.document.DocumentImport;
import dev.homeport.platform.job.document.DocumentReading;
import dev.homeport.platform.job.document.Item;
import dev.homeport.platform.job.document.Tally;
import dev.homeport.platform.problem.JsonDocuments;
import dev.homeport.platform.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/** The job that takes a file of observations in. */
@ApplicationScoped
@SubmittedWith("analytics:write")
class ObservationImport implements JobHandler {
  static final String KIND = "price-observation-import";
  private static final int AT_ONCE = 500;

  private final JsonDocuments json;
  private final Observations observations;
  private final CurrentTenant tenant;
  private final Clock clock;

  ObservationImport(
      JsonDocuments json, Observations observations, CurrentTenant tenant, Clock clock) {
    this.json = json;
    this.observations = observations;
    this.tenant = tenant;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(JobRun run) {
    new DocumentImport<Observation, Outcome>(
            AT_ONCE,
            DocumentReading.of(
                new ObservationColumns(),
                json,
                ObservationDocument.class,
                document -> json.valid(document).observation(clock.instant())),
            sound -> observations.record(sound.stream().map(Item.Sound::document).toList()),
            ObservationImport::count,
            _ -> Optional.empty())
        .run(run, tenant);
  }

  private static Tally count(Outcome outcome) {
    return switch (outcome) {
      case NEW -> new Tally(1, 0, 0, 0, 0);
      case CORRECTED -> new Tally(0, 1, 0, 0, 0);
      case UNCHANGED -> new Tally(0, 0, 1, 0, 0);
    };
  }
}
