package dev.homeport.order.currency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EcbCsvTest {
  @Test
  void readsADayWithItsGapsAndTheCommaAtItsEnd() throws Exception {
    EcbCsv csv = EcbCsv.header("Date,USD,JPY,CYP,GBP,");

    assertThat(csv.day("2011-12-30,1.2939,100.2,N/A,0.8353,"))
        .isEqualTo(
            new RateDay(
                LocalDate.of(2011, 12, 30),
                Map.of(
                    "USD", new BigDecimal("1.2939"),
                    "JPY", new BigDecimal("100.2"),
                    "GBP", new BigDecimal("0.8353"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "30.12.2011,1.2939,",
        "2011-12-30,1.2939,100,",
        "2011-12-30,-1,",
        "2011-12-30,0,",
        "2011-12-30,1e3,",
        "2011-12-30,x,"
      })
  void refusesWhatIsNoDayOfRates(String line) throws Exception {
    EcbCsv csv = EcbCsv.header("Date,USD,");

    assertThatThrownBy(() -> csv.day(line)).isInstanceOf(EcbCsv.UnreadableException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"USD,JPY", "Date", "Date,usd", "Date,USD,,GBP"})
  void refusesWhatIsNoHeader(String line) {
    assertThatThrownBy(() -> EcbCsv.header(line)).isInstanceOf(EcbCsv.UnreadableException.class);
  }
}
