package dev.homeport.analytics.value;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a model is asked to be.
 *
 * @param market only facts of this market; empty for the whole tenant
 * @param calibrationEnd the last day that is fitted to, what comes later being forecast and
 *     compared; empty to fit to everything up to today
 * @param refitDays after how many days an active model is fitted again; 0 for never
 */
public record ModelSettings(
    ModelKind kind,
    Optional<String> market,
    Optional<LocalDate> calibrationEnd,
    Terms terms,
    int refitDays) {

  public ModelSettings {
    if (refitDays < 0 || (refitDays > 0 && calibrationEnd.isPresent())) {
      throw new IllegalArgumentException("A model of the past is not fitted again");
    }
  }
}
