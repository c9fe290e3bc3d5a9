package dev.homeport.platform.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.homeport.platform.problem.Problem;
import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

  @ParameterizedTest
  @CsvSource({
    "12.345, EUR, 12.35",
    "-12.345, EUR, -12.35",
    "12.344, EUR, 12.34",
    "0.5, JPY, 1",
    "1.0005, KWD, 1.001"
  })
  void roundingIsHalfUpToTheCurrencysOwnExponent(String amount, String currency, String rounded) {
    assertThat(Money.of(amount, currency).rounded()).isEqualTo(Money.of(rounded, currency));
  }

  @Test
  void trailingZerosMakeNoDifference() {
    assertThat(Money.of("1.500000000", "EUR")).isEqualTo(Money.of("1.5", "EUR"));
    assertThat(Money.of("1000", "EUR")).isEqualTo(new Money(new BigDecimal("1E+3"), eur()));
  }

  @Test
  void aProductIsExact() {
    assertThat(Money.of("1.234567", "EUR").times(new BigDecimal("0.333")))
        .isEqualTo(Money.of("0.411110811", "EUR"));
  }

  @Test
  void aProductThatTheColumnCannotHoldIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Money.of("0.1234567", "EUR").times(new BigDecimal("0.333")));
  }

  @Test
  void conversionRoundsOnce() {
    assertThat(Money.of("10", "GBP").convertedTo(eur(), new BigDecimal("1.11249999")))
        .isEqualTo(Money.of("11.12", "EUR"));
  }

  @Test
  void currenciesDoNotMix() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Money.of("1", "EUR").plus(Money.of("1", "USD")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-0.5", "12345678901234567.123456789"})
  void aPlainDecimalIsRead(String text) {
    assertThat(Decimal.parse(text)).hasValue(new BigDecimal(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " 1",
        "+1",
        "1.",
        ".5",
        "01",
        "1e3",
        "1,5",
        "NaN",
        "1.0000000001",
        "123456789012345678",
        "\u0661"
      })
  void anythingElseIsNot(String text) {
    assertThat(Decimal.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"XXX", "XAU", "eur", "EURO", ""})
  void anUnknownCurrencyIsRefused(String code) {
    assertThatExceptionOfType(Problem.class).isThrownBy(() -> Currencies.of(code));
  }

  private static Currency eur() {
    return Currencies.of("EUR");
  }
}
