package dev.homeport.customer.consent;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a merchant may want to use a person's data for.
 *
 * @param rule where no country has one of its own
 * @param countries by ISO 3166-1 alpha-2
 * @param validDays how long a grant holds; null: until something else is said
 */
public record Purpose(
    String code, Rule rule, SortedMap<String, Rule> countries, @Nullable Integer validDays) {

  public Purpose {
    countries = new TreeMap<>(countries);
  }

  /**
   * What the law of a country asks.
   *
   * @param doubleOptIn a grant counts once it is confirmed
   */
  public record Rule(LegalBasis basis, boolean doubleOptIn) {}

  /** The rule for a person of a country. */
  public Rule in(@Nullable String country) {
    return country == null ? rule : countries.getOrDefault(country, rule);
  }

  /** A purpose with other settings for some countries. */
  public static Purpose of(
      String code, Rule rule, Map<String, Rule> countries, @Nullable Integer validDays) {
    return new Purpose(code, rule, new TreeMap<>(countries), validDays);
  }

  /** Until when what was granted then holds; null: without end. */
  @Nullable Instant validFrom(Instant granted) {
    return validDays == null ? null : granted.plus(Duration.ofDays(validDays));
  }
}
