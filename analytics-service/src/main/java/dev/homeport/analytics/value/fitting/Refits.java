package dev.homeport.analytics.value.fitting;

import dev.homeport.analytics.value.ValueModel;
import dev.homeport.analytics.value.ValueModels;
import dev.homeport.platform.due.DueWork;
import dev.homeport.platform.job.Jobs;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Has models in use fitted again when they have become old. */
@ApplicationScoped
class Refits implements DueWork {
  private final ValueModels models;
  private final Jobs jobs;
  private final Clock clock;

  Refits(ValueModels models, Jobs jobs, Clock clock) {
    this.models = models;
    this.jobs = jobs;
    this.clock = clock;
  }

  @Override
  public Optional<Instant> next(Instant horizon) {
    return models.nextRefit(horizon);
  }

  /** Once, however many times it has fallen due meanwhile. */
  @Override
  public void run(Instant horizon) {
    for (ValueModel model : models.refits(horizon)) {
      jobs.submit(FitJob.KIND, new FitJob.Parameters(model.settings(), Optional.of(model.id())));
      models.refitAt(
          model.id(), clock.instant().plus(Duration.ofDays(model.settings().refitDays())));
    }
  }
}
