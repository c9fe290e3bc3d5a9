package dev.homeport.analytics.value.rest;

import dev.homeport.analytics.value.ModelKind;
import dev.homeport.analytics.value.ModelSettings;
import dev.homeport.analytics.value.Terms;
import dev.homeport.platform.country.Country;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a model is asked to be. */
@Schema(name = "ValueModelRequest")
record FitRequest(
    @NotNull ModelKind kind,
    @Schema(
            description = "Only orders that count for this market. Absent: the whole tenant.",
            examples = "DE",
            pattern = "^[A-Z]{2}$",
            maxLength = 2)
        @Country
        @Nullable String market,
    @Schema(
            description =
                "The last day that is fitted to; what came after it is forecast and compared."
                    + " Absent: everything up to today.",
            examples = "2026-03-31")
        @Nullable LocalDate calibrationEnd,
    @Schema(
            description = "What is kept of net amounts. Absent: all of it.",
            examples = "0.4",
            minimum = "0",
            maximum = "1")
        @DecimalMin(value = "0", inclusive = false)
        @DecimalMax("1")
        @Nullable BigDecimal margin,
    @Schema(
            description =
                "Effective, per year: an amount in a year is worth 1 / (1 + rate) of one now."
                    + " Absent: 0.1.",
            examples = "0.1",
            minimum = "0",
            maximum = "1")
        @DecimalMin("0")
        @DecimalMax("1")
        @Nullable BigDecimal discountPerYear,
    @Schema(
            description = "How far ahead lifetime values look. Absent: 1095, three years.",
            examples = "1095")
        @Min(30)
        @Max(3_650)
        @Nullable Integer horizonDays,
    @Schema(
            description =
                "After how many days the model is fitted again while it is in use; 0 for never."
                    + " Absent: as the service is set, a week. Not with a calibrationEnd.",
            examples = "7")
        @Min(0)
        @Max(365)
        @Nullable Integer refitDays) {
  private static final BigDecimal DISCOUNT = new BigDecimal("0.1");
  private static final int HORIZON = 1_095;

  /**
   * As settings.
   *
   * @param usualRefitDays unless it says otherwise
   */
  ModelSettings settings(LocalDate today, int usualRefitDays) {
    if (calibrationEnd != null && calibrationEnd.isAfter(today)) {
      throw Problem.of(CommonProblem.VALIDATION_FAILED)
          .at("/calibrationEnd", "must not lie after " + today);
    }
    if (calibrationEnd != null && refitDays != null && refitDays > 0) {
      throw Problem.of(CommonProblem.VALIDATION_FAILED)
          .at("/refitDays", "must be 0 or absent where a calibrationEnd is given");
    }
    return new ModelSettings(
        kind,
        Optional.ofNullable(market),
        Optional.ofNullable(calibrationEnd),
        new Terms(
            Objects.requireNonNullElse(margin, BigDecimal.ONE),
            Objects.requireNonNullElse(discountPerYear, DISCOUNT),
            Objects.requireNonNullElse(horizonDays, HORIZON)),
        calibrationEnd != null ? 0 : Objects.requireNonNullElse(refitDays, usualRefitDays));
  }
}
