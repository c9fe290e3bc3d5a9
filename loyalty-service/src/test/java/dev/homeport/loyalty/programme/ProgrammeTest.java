package dev.homeport.loyalty.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgrammeTest {

  @Test
  void anOverdraftIsNoneUnlimitedOrANumberOfPoints() {
    assertThat(OverdraftFloor.parse("none").lowest()).isZero();
    assertThat(OverdraftFloor.parse("250").lowest()).isEqualTo(-250);
    assertThat(OverdraftFloor.parse("unlimited").lowest()).isEqualTo(Long.MIN_VALUE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-5", "some", "1.5", "9999999999999999"})
  void anythingElseIsNoOverdraft(String text) {
    assertThatThrownBy(() -> OverdraftFloor.parse(text))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void monthsEndWhereTheCalendarSaysSo() {
    var expiry = new LotLife.Months(1).expiry(Instant.parse("2026-01-31T12:00:00Z"));
    assertThat(expiry).contains(Instant.parse("2026-02-28T12:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "10000.01"})
  void aRateOutsideItsBoundsIsRefused(String rate) {
    var table = Map.of(Currency.getInstance("EUR"), new BigDecimal(rate));
    assertThatThrownBy(() -> new PointRates(table)).hasMessageContaining("points per EUR");
  }

  @Test
  void aTableWithoutACurrencyIsRefused() {
    assertThatThrownBy(() -> new PointRates(Map.of())).hasMessageContaining("at least one");
  }
}
