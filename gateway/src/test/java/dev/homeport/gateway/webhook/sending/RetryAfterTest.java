package dev.homeport.gateway.webhook.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");

  @Test
  void secondsAndDatesAreRead() {
    assertThat(RetryAfter.of(503, "120", NOW)).isEqualTo(Duration.ofSeconds(120));
    assertThat(RetryAfter.of(429, " Sun, 01 Nov 2026 10:05:00 GMT", NOW))
        .isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void nobodyPutsAnEventOffForMoreThanADayOrByNonsense() {
    assertThat(RetryAfter.of(503, "999999999", NOW)).isEqualTo(Duration.ofDays(1));
    assertThat(RetryAfter.of(503, "soon", NOW)).isNull();
    assertThat(RetryAfter.of(503, "-5", NOW)).isNull();
    assertThat(RetryAfter.of(503, "Sun, 01 Nov 2020 10:05:00 GMT", NOW)).isNull();
    assertThat(RetryAfter.of(500, "120", NOW)).isNull();
    assertThat(RetryAfter.of(503, null, NOW)).isNull();
  }
}
