package dev.homeport.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  private static final Schedule SCHEDULE =
      new Schedule(List.of(Duration.ZERO, Duration.ofSeconds(5), Duration.ofMinutes(5)));

  @Test
  void eachFailureWaitsForTheNextEntryUntilThereIsNone() {
    assertThat(SCHEDULE.first()).isZero();
    assertThat(SCHEDULE.after(0, () -> 0)).contains(Duration.ofSeconds(5));
    assertThat(SCHEDULE.after(1, () -> 0)).contains(Duration.ofMinutes(5));
    assertThat(SCHEDULE.after(2, () -> 0)).isEmpty();
  }

  @Test
  void aWaitIsLongerByATenthAtTheMost() {
    assertThat(SCHEDULE.after(0, () -> 1)).contains(Duration.ofMillis(5_500));
  }
}
