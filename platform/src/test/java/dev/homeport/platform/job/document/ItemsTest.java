package dev.homeport.platform.job.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Counting the lines of an input, and reading ahead. */
class ItemsTest {
  @Test
  void blankLinesAreNotCounted() {
    assertThat(LineItems.count(new ByteArrayInputStream("a\n\n \r\nb\r\n\tc".getBytes(UTF_8))))
        .isEqualTo(3);
    assertThat(LineItems.count(new ByteArrayInputStream(new byte[0]))).isZero();
  }

  @Test
  void whatIsReadAheadComesInOrderAndItsFailureInItsTurn() {
    try (var ahead = new ReadAhead<Integer>(Runnable::run)) {
      ahead.start(
          to -> {
            for (int i = 0; i < 100; i++) {
              to.accept(i);
            }
            throw new IllegalArgumentException("no more");
          });
      for (int i = 0; i < 100; i++) {
        assertThat(ahead.next()).isEqualTo(Optional.of(i));
      }
      assertThatThrownBy(ahead::next).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void closingEndsTheReadingInTheMiddle() {
    var ahead = new ReadAhead<Integer>(Runnable::run);
    ahead.start(
        to -> {
          while (true) {
            to.accept(1);
          }
        });
    assertThat(ahead.next()).isPresent();
    ahead.close();
  }
}
