package dev.homeport.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.time.Duration;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SettledTest {

  private static final Duration REST = Duration.ofSeconds(1);

  @Test
  void a_value_counts_once_it_has_rested() {
    var looks = looks(1, 5, 5, 9, 9, 9, 12);

    assertThat(Settled.of(looks::next, _ -> false, REST).asInt()).isEqualTo(9);
  }

  @Test
  void what_is_known_to_be_final_needs_no_rest() {
    var looks = looks(1, 5, 9);

    assertThat(Settled.of(looks::next, value -> value.asInt() == 5, REST).asInt()).isEqualTo(5);
  }

  private static Iterator<JsonNode> looks(int... values) {
    return IntStream.of(values).<JsonNode>mapToObj(IntNode::new).iterator();
  }
}
