package dev.homeport.analytics.value.rest;

import dev.homeport.analytics.value.ModelKind;
import dev.homeport.analytics.value.ValueModel;
import dev.homeport.analytics.value.fitting.FitJob;
import dev.homeport.platform.id.Ids;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The model behind a figure, and how old it is. */
@Schema(name = "ValueModelReference")
record ModelReference(
    @Schema(examples = "vmd_01928c5e-6f50-7000-8000-000000000001") String id,
    @Schema(examples = "3") long number,
    ModelKind kind,
    Instant fittedAt,
    @Schema(description = "Whole days since it was fitted.", examples = "2") long ageDays,
    @Schema(
            description =
                "Whether it is older than twice the days after which it is fitted again, or than"
                    + " 35 days where it is not.")
        boolean stale) {
  private static final int OLD = 35;

  static ModelReference from(ValueModel model, Instant now) {
    long age = Math.max(0, Duration.between(model.fittedAt(), now).toDays());
    int refit = model.settings().refitDays();
    return new ModelReference(
        Ids.show(FitJob.PREFIX, model.id()),
        model.number(),
        model.fitted().kind(),
        model.fittedAt(),
        age,
        age > (refit > 0 ? 2 * refit : OLD));
  }
}
