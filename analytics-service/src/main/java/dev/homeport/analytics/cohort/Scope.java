package dev.homeport.analytics.cohort;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Which orders are looked at, as if there were no others.
 *
 * @param from the earliest day of a customer's first order
 * @param to the latest day of a customer's first order
 * @param asOf the day at whose end they are looked at
 */
public record Scope(
    Optional<String> market,
    Optional<String> channel,
    LocalDate from,
    LocalDate to,
    LocalDate asOf) {}
