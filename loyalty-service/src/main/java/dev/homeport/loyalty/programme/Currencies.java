package dev.homeport.loyalty.programme;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;

/**
 * The currency tables: one for all markets, and what single markets do otherwise. Points are never
 * converted through a rate that nobody chose: what is not listed neither earns nor buys.
 */
public record Currencies(
    Map<Currency, CurrencyTerms> everywhere, Map<String, Map<Currency, CurrencyTerms>> markets) {

  /** Copies the tables. */
  public Currencies {
    everywhere = Map.copyOf(everywhere);
    markets = Map.copyOf(markets);
  }

  /** Points per unit of the currency in a market. */
  public Optional<BigDecimal> earn(String market, Currency currency) {
    return terms(market, currency).map(CurrencyTerms::earn);
  }

  /** Money per point in a market. */
  public Optional<BigDecimal> burn(String market, Currency currency) {
    return terms(market, currency).map(CurrencyTerms::burn);
  }

  /**
   * How many points pay an amount in a market: never fewer than it is worth. Empty where they buy
   * nothing.
   */
  public Optional<BigDecimal> price(String market, Currency currency, BigDecimal amount) {
    return burn(market, currency).map(burn -> amount.divide(burn, 0, RoundingMode.CEILING));
  }

  /**
   * An amount in the common measure; of a currency that does not say what it is worth, as it is.
   */
  public BigDecimal measured(Currency currency, BigDecimal amount) {
    CurrencyTerms terms = everywhere.get(currency);
    BigDecimal reference = terms == null ? null : terms.reference();
    return reference == null ? amount : amount.multiply(reference);
  }

  private Optional<CurrencyTerms> terms(String market, Currency currency) {
    Map<Currency, CurrencyTerms> own = markets.getOrDefault(market, Map.of());
    return Optional.ofNullable(own.getOrDefault(currency, everywhere.get(currency)));
  }
}
