package dev.homeport.analytics.value;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A model as it is kept. What was fitted never changes; whether it is the one in use does.
 *
 * @param number counts the models of the tenant from 1
 * @param from the first day with a purchase
 * @param asOf the last day that was fitted to
 * @param refitOf the model in whose place it was fitted again
 * @param seconds how long the fit took
 * @param activatedAt when it came into use; empty when it is not in use
 * @param refitAt when it is fitted again, while in use
 * @param version rises with every change
 */
public record ValueModel(
    UUID id,
    long number,
    ModelSettings settings,
    LocalDate from,
    LocalDate asOf,
    FittedModel fitted,
    Optional<Backtest> backtest,
    Optional<UUID> refitOf,
    double seconds,
    Instant fittedAt,
    Optional<Instant> activatedAt,
    Optional<Instant> refitAt,
    long version) {

  /** Whether it is the one in use. */
  public boolean active() {
    return activatedAt.isPresent();
  }
}
