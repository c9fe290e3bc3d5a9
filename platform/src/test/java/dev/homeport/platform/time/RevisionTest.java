package dev.homeport.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RevisionTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-01T10:00:00.000001Z"), ZoneOffset.UTC);
  private static final long NOW = 1_793_527_200_000_001L;

  @Test
  void aFirstRevisionIsTheTimeInMicroseconds() {
    assertThat(Revision.next(Revision.NONE, CLOCK)).isEqualTo(NOW);
  }

  @Test
  void aRevisionRisesAlsoWhenTheClockDoesNot() {
    assertThat(Revision.next(NOW, CLOCK)).isEqualTo(NOW + 1);
    assertThat(Revision.next(NOW + 500, CLOCK)).isEqualTo(NOW + 501);
  }

  @Test
  void theClockOfTheServiceTicksInMicroseconds() {
    assertThat(ClockProducer.real().instant().getNano() % 1_000).isZero();
  }
}
