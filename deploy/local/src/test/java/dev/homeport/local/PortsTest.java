package dev.homeport.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {

  @Test
  void an_offset_moves_every_port() {
    assertThat(Ports.standard(1000))
        .isEqualTo(new Ports(9080, 9081, 9082, 9083, 9084, 9180, 9190, 10092, 10093, 6432));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 56_001})
  void an_offset_that_leads_out_of_range_is_refused_in_one_sentence(int offset) {
    assertThatThrownBy(() -> Ports.standard(offset))
        .isInstanceOf(LocalException.class)
        .hasMessage("A port offset lies between 0 and 56000, and %d does not.".formatted(offset));
  }
}
