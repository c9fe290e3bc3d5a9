package dev.homeport.loyalty.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CurrenciesTest {
  private static final Currency EUR = Currency.getInstance("EUR");
  private static final int AMOUNTS = 5_000;

  @Test
  void pointsPayForWhatTheyAreWorthAndNotForMore() {
    var random = new Random(1);
    for (int i = 0; i < AMOUNTS; i++) {
      BigDecimal burn = BigDecimal.valueOf(1 + random.nextInt(100_000), random.nextInt(6));
      BigDecimal amount = BigDecimal.valueOf(1 + random.nextInt(1_000_000), 2);
      BigDecimal points = currencies(burn).price("DE", EUR, amount).orElseThrow();

      assertThat(points.multiply(burn)).isGreaterThanOrEqualTo(amount);
      assertThat(points.subtract(BigDecimal.ONE).multiply(burn)).isLessThan(amount);
    }
  }

  @Test
  void amountsOfCurrenciesInWhichPointsBuyNothingHaveNoPrice() {
    assertThat(currencies(BigDecimal.ONE).price("DE", Currency.getInstance("SEK"), BigDecimal.TEN))
        .isEmpty();
  }

  private static Currencies currencies(BigDecimal burn) {
    return new Currencies(
        Map.of(EUR, new CurrencyTerms(BigDecimal.ONE, burn, BigDecimal.ONE)), Map.of(), null);
  }
}
