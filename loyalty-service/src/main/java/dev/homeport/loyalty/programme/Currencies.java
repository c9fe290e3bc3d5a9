package dev.homeport.loyalty.programme;

import dev.homeport.loyalty.fact.Exchange;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The currency tables: one for all markets, and what single markets do otherwise. Points are never
 * converted through a rate that nobody chose: what is not listed neither earns nor buys, unless the
 * programme lets it earn by the rate that is kept with the order.
 *
 * @param storedRate how orders earn by their own rate; null when they do not
 */
public record Currencies(
    Map<Currency, CurrencyTerms> everywhere,
    Map<String, Map<Currency, CurrencyTerms>> markets,
    @Nullable StoredRate storedRate) {

  /** Copies the tables. */
  public Currencies {
    everywhere = Map.copyOf(everywhere);
    markets = Map.copyOf(markets);
  }

  /** How many points an amount earns. */
  public sealed interface Earning {
    /** So many for each unit of the order's currency. */
    record ByTable(BigDecimal rate) implements Earning {}

    /** So many for each unit of another, into which the order has a rate of its own. */
    record ByStoredRate(Currency into, BigDecimal rate) implements Earning {
      /** Whether an order's rate is one into that currency. */
      public boolean takes(@Nullable Exchange exchange) {
        return exchange != null && exchange.into().equals(into);
      }
    }
  }

  /** How orders in a currency earn in a market; empty where they earn nothing. */
  public Optional<Earning> earning(String market, Currency currency) {
    Optional<CurrencyTerms> listed = terms(market, currency);
    StoredRate stored = storedRate;
    if (stored != null && (listed.isEmpty() || stored.reach() == StoredRate.Reach.ALL)) {
      return Optional.of(new Earning.ByStoredRate(stored.currency(), stored.earn()));
    }
    return listed.map(CurrencyTerms::earn).map(Earning.ByTable::new);
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
   * Orders that earn by their own rate are measured by it, and by nothing while they have none.
   */
  public BigDecimal measured(
      String market, Currency currency, BigDecimal amount, @Nullable Exchange exchange) {
    if (earning(market, currency).orElse(null) instanceof Earning.ByStoredRate stored) {
      return exchange != null && stored.takes(exchange)
          ? amount.multiply(exchange.rate()).multiply(reference(stored.into()))
          : BigDecimal.ZERO;
    }
    return amount.multiply(reference(currency));
  }

  private BigDecimal reference(Currency currency) {
    CurrencyTerms terms = everywhere.get(currency);
    BigDecimal reference = terms == null ? null : terms.reference();
    return reference == null ? BigDecimal.ONE : reference;
  }

  private Optional<CurrencyTerms> terms(String market, Currency currency) {
    Map<Currency, CurrencyTerms> own = markets.getOrDefault(market, Map.of());
    return Optional.ofNullable(own.getOrDefault(currency, everywhere.get(currency)));
  }
}
