package dev.homeport.loyalty.rating;

import dev.homeport.loyalty.fact.Exchange;
import dev.homeport.loyalty.programme.Currencies;
import dev.homeport.loyalty.programme.Currencies.Earning;
import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** What an amount earns in its currency: by the tables, or by the rate kept with the order. */
sealed interface Rates {

  /** So much. */
  record Counts(Explanation.Arithmetic arithmetic) implements Rates {}

  /** Nothing. */
  record Nothing(Reason reason) implements Rates {}

  static Rates of(
      Currencies currencies,
      String market,
      Currency currency,
      @Nullable Exchange exchange,
      BigDecimal amount,
      @Nullable BigDecimal factor) {
    return switch (currencies.earning(market, currency).orElse(null)) {
      case null -> new Nothing(Reason.NO_RATE);
      case Earning.ByTable(BigDecimal rate) -> byTable(rate, amount, factor);
      case Earning.ByStoredRate stored ->
          exchange != null && stored.takes(exchange)
              ? byStoredRate(exchange, stored.rate(), amount, factor)
              : new Nothing(Reason.NO_STORED_RATE);
    };
  }

  static Rates byTable(BigDecimal rate, BigDecimal amount, @Nullable BigDecimal factor) {
    BigDecimal exact = times(amount.multiply(rate), factor);
    return new Counts(new Explanation.Arithmetic("rate", amount, null, rate, factor, null, exact));
  }

  private static Rates byStoredRate(
      Exchange exchange, BigDecimal rate, BigDecimal amount, @Nullable BigDecimal factor) {
    BigDecimal exact = times(amount.multiply(exchange.rate()).multiply(rate), factor);
    return new Counts(
        new Explanation.Arithmetic("stored-rate", amount, exchange, rate, factor, null, exact));
  }

  private static BigDecimal times(BigDecimal number, @Nullable BigDecimal factor) {
    return factor == null ? number : number.multiply(factor);
  }
}
