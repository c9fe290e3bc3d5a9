package dev.homeport.order.currency;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;

/**
 * Rates that were looked up. The reporting currency itself needs none.
 *
 * @param found what is missing here is not known
 */
public record KnownRates(Currency reporting, Map<Quote, Conversion> found) implements Rates {
  public KnownRates {
    found = Map.copyOf(found);
  }

  @Override
  public Optional<Conversion> on(LocalDate day, Currency currency) {
    return currency.equals(reporting)
        ? Optional.of(Conversion.none(currency, day))
        : Optional.ofNullable(found.get(new Quote(day, currency)));
  }
}
