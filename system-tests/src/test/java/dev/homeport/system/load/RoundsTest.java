package dev.homeport.system.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RoundsTest {

  @Test
  void theMedianLiesInTheMiddleWhateverTheOrder() {
    assertThat(new Rounds(List.of(5.0, 900.0, 4.0)).median()).isEqualTo(5);
    assertThat(new Rounds(List.of(4.0, 6.0)).median()).isEqualTo(5);
  }

  @Test
  void theWordsTellBetweenWhatTheRoundsLay() {
    assertThat(new Rounds(List.of(5_200.0, 4_100.0, 6_000.0)).words("/s"))
        .isEqualTo("5,200 /s (4,100..6,000)");
  }
}
