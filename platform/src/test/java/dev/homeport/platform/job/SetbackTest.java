package dev.homeport.platform.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SetbackTest {
  @ParameterizedTest
  @ValueSource(strings = {"08006", "40001", "40P01", "53300", "55P03", "57P01", "58030"})
  void aStateOfTheDatabaseThatPassesIsASetback(String state) {
    assertThat(Setback.is(new IllegalStateException(new SQLException("x", state)))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"23505", "22P02", "42501", "0A000"})
  void aStatementThatIsWrongWillBeWrongAgain(String state) {
    assertThat(Setback.is(new IllegalStateException(new SQLException("x", state)))).isFalse();
  }

  @Test
  void aRollbackThatFailedTellsOfALostConnection() {
    var failure = new IllegalArgumentException("anything");
    failure.addSuppressed(new SQLTransientConnectionException("gone"));

    assertThat(Setback.is(failure)).isTrue();
    assertThat(Setback.is(new IllegalArgumentException("anything"))).isFalse();
  }

  @Test
  void theWaitGrowsToAMinute() {
    assertThat(Setback.wait(0)).isEqualTo(Duration.ofSeconds(1));
    assertThat(Setback.wait(3)).isEqualTo(Duration.ofSeconds(8));
    assertThat(Setback.wait(100)).isEqualTo(Duration.ofSeconds(60));
  }
}
