package dev.homeport.analytics.value.fitting;

import dev.homeport.analytics.AnalyticsProblem;
import dev.homeport.analytics.value.DropOut;
import dev.homeport.analytics.value.ModelFitting;
import dev.homeport.analytics.value.ModelFitting.Fitted;
import dev.homeport.analytics.value.ModelFitting.NotConverged;
import dev.homeport.analytics.value.ModelFitting.TooFew;
import dev.homeport.analytics.value.ModelSettings;
import dev.homeport.analytics.value.Observations;
import dev.homeport.analytics.value.PurchaseHistories;
import dev.homeport.analytics.value.ValueModel;
import dev.homeport.analytics.value.ValueModels;
import dev.homeport.analytics.value.btyd.Effort;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.job.JobHandler;
import dev.homeport.platform.job.JobRun;
import dev.homeport.platform.job.SubmittedWith;
import dev.homeport.platform.problem.Problem;
import dev.homeport.platform.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Reads what customers bought, fits, and keeps the model under the identifier of the job. */
@ApplicationScoped
@SubmittedWith("analytics:write")
public class FitJob implements JobHandler {
  /** The kind of the job. */
  public static final String KIND = "value-model-fit";

  /** The prefix of a model's identifier. */
  public static final String PREFIX = "vmd";

  private final PurchaseHistories histories;
  private final ValueModels models;
  private final ValueConfig config;
  private final CurrentTenant tenant;
  private final Clock clock;

  FitJob(
      PurchaseHistories histories,
      ValueModels models,
      ValueConfig config,
      CurrentTenant tenant,
      Clock clock) {
    this.histories = histories;
    this.models = models;
    this.config = config;
    this.tenant = tenant;
    this.clock = clock;
  }

  /**
   * What to fit.
   *
   * @param refitOf the model in use in whose place the new one may come
   */
  public record Parameters(ModelSettings settings, Optional<UUID> refitOf) {}

  /** What the job says in the end. */
  record Result(String modelId, long number, DropOut dropOut, boolean active) {}

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(JobRun run) {
    Parameters parameters = run.parameters(Parameters.class);
    ModelSettings settings = parameters.settings();
    run.total(1);
    LocalDate today = LocalDate.ofInstant(clock.instant(), tenant.settings().timeZone());
    Observations seen =
        run.<Optional<Observations>>call(
                _ -> histories.observe(settings.market(), settings.calibrationEnd(), today))
            .orElseThrow(() -> nobody(settings));
    long begun = System.nanoTime();
    var fitting = new ModelFitting(new Effort(Effort.USUAL.evaluations(), config.fitTime()));
    ModelFitting.Outcome outcome = fitting.fit(settings.kind(), seen);
    double seconds = (System.nanoTime() - begun) / 1e9;
    switch (outcome) {
      case TooFew few -> throw tooFew(few);
      case NotConverged _ -> throw Problem.of(AnalyticsProblem.VALUE_MODEL_NOT_CONVERGED);
      case Fitted fitted -> keep(run, parameters, seen, fitted, seconds);
    }
  }

  private void keep(
      JobRun run, Parameters parameters, Observations seen, Fitted fitted, double seconds) {
    var model =
        new ValueModel(
            run.id(),
            0,
            parameters.settings(),
            seen.from(),
            seen.end(),
            fitted.model(),
            fitted.backtest(),
            parameters.refitOf(),
            seconds,
            clock.instant(),
            Optional.empty(),
            Optional.empty(),
            1);
    run.result(
        run.<Result>call(
            step -> {
              ValueModel kept = models.add(model);
              boolean active = parameters.refitOf().map(old -> replace(old, kept)).orElse(false);
              step.succeeded(1);
              return new Result(
                  Ids.show(PREFIX, kept.id()), kept.number(), kept.fitted().dropOut(), active);
            }));
  }

  /** Not by one that knows less, and not when somebody has chosen another one meanwhile. */
  private boolean replace(UUID old, ValueModel model) {
    boolean better =
        models
            .lock(old)
            .filter(ValueModel::active)
            .filter(
                before ->
                    model.fitted().dropOut().identified()
                        || !before.fitted().dropOut().identified())
            .isPresent();
    if (better) {
      models.activate(model, clock.instant());
    }
    models.removeOldRefits(config.refitsKept());
    return better;
  }

  private static Problem nobody(ModelSettings settings) {
    return settings
        .calibrationEnd()
        .map(
            end ->
                Problem.of(
                    AnalyticsProblem.CALIBRATION_END_OUTSIDE_DATA,
                    "Nobody had bought anything by the end of " + end + "."))
        .orElseGet(() -> tooFew(new TooFew(0, 0)));
  }

  private static Problem tooFew(TooFew few) {
    return Problem.of(
        AnalyticsProblem.TOO_FEW_CUSTOMERS,
        "%d customers have bought and %d of them on a second day; it takes %d and %d."
            .formatted(
                few.customers(),
                few.repeaters(),
                ModelFitting.LEAST_CUSTOMERS,
                ModelFitting.LEAST_REPEATERS));
  }
}
