package dev.homeport.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SettledTest {

  @Test
  void a_value_counts_once_three_looks_have_shown_it() {
    Iterator<JsonNode> looks =
        IntStream.of(1, 5, 5, 9, 9, 9, 12).<JsonNode>mapToObj(IntNode::new).iterator();

    assertThat(Settled.of(looks::next).asInt()).isEqualTo(9);
  }
}
