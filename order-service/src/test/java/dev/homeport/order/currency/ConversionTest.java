package dev.homeport.order.currency;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class ConversionTest {
  private static final LocalDate DAY = LocalDate.of(2011, 12, 30);

  private static Conversion conversion(
      String from, String fromPerEuro, String to, String toPerEuro) {
    return new Conversion(
        Currency.getInstance(from),
        Currency.getInstance(to),
        new BigDecimal(fromPerEuro),
        new BigDecimal(toPerEuro),
        DAY);
  }

  @Test
  void aCrossRateGoesThroughTheEuroAndRoundsOnce() {
    assertThat(conversion("GBP", "0.8353", "USD", "1.2939").convert(new BigDecimal("100")))
        .isEqualTo(new BigDecimal("154.90"));
  }

  @Test
  void aHalfIsRoundedUpToTheExponentOfTheReportingCurrency() {
    assertThat(conversion("USD", "2", "EUR", "1").convert(new BigDecimal("0.05")))
        .isEqualTo(new BigDecimal("0.03"));
    assertThat(conversion("EUR", "1", "JPY", "100").convert(new BigDecimal("0.005")))
        .isEqualTo(new BigDecimal("1"));
    assertThat(conversion("EUR", "1", "KWD", "0.3").convert(new BigDecimal("0.005")))
        .isEqualTo(new BigDecimal("0.002"));
  }

  @Test
  void nothingIsRoundedInTheReportingCurrencyItself() {
    BigDecimal amount = new BigDecimal("0.411110811");

    assertThat(Conversion.none(Currency.getInstance("EUR"), DAY).convert(amount)).isEqualTo(amount);
  }
}
