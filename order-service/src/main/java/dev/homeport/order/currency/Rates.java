package dev.homeport.order.currency;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;

/** The rates into one reporting currency that a piece of work needs. */
@FunctionalInterface
public interface Rates {
  /** The rate of a day: the last one published on or before it, at most seven days back. */
  Optional<Conversion> on(LocalDate day, Currency currency);
}
