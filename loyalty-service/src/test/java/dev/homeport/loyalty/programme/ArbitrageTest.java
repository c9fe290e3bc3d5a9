package dev.homeport.loyalty.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ArbitrageTest {

  @Test
  void onePointForAnyUnitIsRefusedWithTheWayThatGains() {
    assertThat(
            faults(
                """
                "EUR": {"earn": "1", "burn": "0.01", "reference": "1"},
                "ZAR": {"earn": "1", "burn": "0.01", "reference": "0.0588"}""",
                "0.05"))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.code()).isEqualTo(Fault.Code.ARBITRAGE);
              assertThat(fault.pointer()).isEqualTo("/currencies");
              assertThat(fault.detail()).startsWith("EUR -> ZAR -> EUR gains 1600.7 %");
            });
  }

  @Test
  void ratesThatFollowTheWorthOfTheCurrenciesAreSound() {
    assertThat(
            faults(
                """
                "EUR": {"earn": "1", "burn": "0.01", "reference": "1"},
                "ZAR": {"earn": "0.0588", "burn": "0.17", "reference": "0.0588"}""",
                "0.001"))
        .isEmpty();
  }

  @Test
  void currenciesWithoutAndWithThreeDecimalsAreMeasuredAlike() {
    String yenAndDinar =
        """
        "EUR": {"earn": "1", "burn": "0.01", "reference": "1"},
        "JPY": {"earn": "0.0061", "burn": "1.64", "reference": "0.0061"},
        "KWD": {"earn": "2.8", "burn": "0.00357", "reference": "2.8"}""";
    assertThat(faults(yenAndDinar, "0.0005")).isNotEmpty();
    assertThat(faults(yenAndDinar, "0.001")).isEmpty();
  }

  @Test
  void aMarketWithATableOfItsOwnIsAPlaceToo() {
    assertThat(
            Documents.faults(
                Documents.tree(
                    """
                    {"key": "points", "tolerance": "0.05",
                     "currencies": {"EUR": {"earn": "1", "burn": "0.01", "reference": "1"}},
                     "markets": {"AT": {"currencies": {"EUR": {"earn": "2", "burn": "0.01"}}}},
                     "rules": [{"key": "base", "points": {"type": "rate"}}]}""")))
        .extracting(Fault::detail)
        .containsExactly("EUR -> AT:EUR -> AT:EUR gains 100.0 %, more than the tolerance of 0.05");
  }

  @Test
  void currenciesThatEarnByTheRateOfTheOrderAreAPlaceToo() {
    String euros = "\"EUR\": {\"earn\": \"1\", \"burn\": \"0.01\", \"reference\": \"1\"}";
    assertThat(faults(euros, "0.05", storedRate("EUR", "1", "unlisted"))).isEmpty();
    assertThat(faults(euros, "0.05", storedRate("EUR", "2", "unlisted")))
        .extracting(Fault::detail)
        .containsExactly("EUR -> any other -> EUR gains 100.0 %, more than the tolerance of 0.05");
  }

  @Test
  void whoEarnsByTheRateOfTheOrderAndSpendsByATableIsComparedWithTheReportingCurrency() {
    String tables =
        """
        "EUR": {"burn": "0.01", "reference": "1"}, "GBP": {"burn": "%s", "reference": "1.2"}""";
    String rate = storedRate("EUR", "1", "all");
    assertThat(faults(tables.formatted("0.0084"), "0.05", rate)).isEmpty();
    assertThat(faults(tables.formatted("0.01"), "0.05", rate))
        .extracting(Fault::detail)
        .singleElement()
        .asString()
        .startsWith("EUR -> EUR -> GBP gains 20.0 %");
  }

  @Test
  void theReportingCurrencyIsListedWherePointsCanBeSpent() {
    String pounds = "\"GBP\": {\"earn\": \"1\", \"burn\": \"0.01\", \"reference\": \"1.2\"}";
    assertThat(faults(pounds, "0.05", storedRate("EUR", "1", "unlisted")))
        .extracting(Fault::pointer)
        .containsExactly("/storedRate/currency");
    String unmeasured = pounds + ", \"EUR\": {\"earn\": \"1\"}";
    assertThat(faults(unmeasured, "0.05", storedRate("EUR", "1", "unlisted")))
        .extracting(Fault::pointer)
        .containsExactly("/currencies/EUR/reference");
    String unspent = "\"GBP\": {\"earn\": \"1\"}";
    assertThat(faults(unspent, "0.05", storedRate("EUR", "1", "unlisted"))).isEmpty();
  }

  @Test
  void tablesSayNothingOfEarningWhereAllOrdersEarnByTheirRate() {
    assertThat(faults("\"EUR\": {\"earn\": \"1\"}", "0.05", storedRate("EUR", "1", "all")))
        .extracting(fault -> fault.pointer() + " " + fault.code().slug())
        .containsExactly("/currencies/EUR/earn contradiction");
  }

  @Test
  void whatCannotBeComparedIsAskedFor() {
    assertThat(
            faults(
                """
                "EUR": {"earn": "1", "burn": "0.01", "reference": "1"},
                "ZAR": {"earn": "1"}""",
                "0.05"))
        .extracting(Fault::pointer)
        .containsExactly("/currencies/ZAR/reference");
  }

  @Test
  void pointsThatCannotBeSpentGainNothing() {
    assertThat(faults("\"EUR\": {\"earn\": \"1\"}, \"ZAR\": {\"earn\": \"1\"}", "0.05")).isEmpty();
  }

  /** No way of three places gains more than the one that is found. */
  @Test
  void theBestWayIsFound() {
    for (long seed = 0; seed < 500; seed++) {
      var random = new Random(seed);
      var codes = List.of("EUR", "GBP", "JPY", "KWD", "PLN", "USD");
      var terms = new HashMap<Currency, CurrencyTerms>();
      codes.forEach(
          code ->
              terms.put(
                  Currency.getInstance(code),
                  new CurrencyTerms(number(random), number(random), number(random))));
      BigDecimal most =
          terms.values().stream()
              .flatMap(
                  home ->
                      terms.values().stream()
                          .flatMap(by -> terms.values().stream().map(to -> gain(home, by, to))))
              .max(BigDecimal::compareTo)
              .orElseThrow();
      assertThat(Arbitrage.best(new Currencies(terms, Map.of(), null)).orElseThrow().gain())
          .as("seed %d", seed)
          .isCloseTo(most, offset(new BigDecimal("1e-20")));
    }
  }

  private static BigDecimal gain(CurrencyTerms home, CurrencyTerms by, CurrencyTerms to) {
    var mode = MathContext.DECIMAL128;
    return by.earn()
        .divide(by.reference(), mode)
        .multiply(to.burn())
        .multiply(to.reference())
        .divide(home.earn().multiply(home.burn()), mode)
        .subtract(BigDecimal.ONE);
  }

  private static BigDecimal number(Random random) {
    return BigDecimal.valueOf(1 + random.nextInt(10_000), 2);
  }

  private static String storedRate(String currency, String earn, String reach) {
    return "\"storedRate\": {\"currency\": \"%s\", \"earn\": \"%s\", \"for\": \"%s\"},"
        .formatted(currency, earn, reach);
  }

  private static List<Fault> faults(String currencies, String tolerance) {
    return faults(currencies, tolerance, "");
  }

  private static List<Fault> faults(String currencies, String tolerance, String more) {
    return Documents.faults(
        Documents.tree(
            """
            {"key": "points", "currencies": {%s}, "tolerance": "%s", %s
             "rules": [{"key": "base", "points": {"type": "rate"}}]}"""
                .formatted(currencies, tolerance, more)));
  }
}
