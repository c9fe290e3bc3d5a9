package dev.homeport.local.cli;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.homeport.local.LocalException;
import org.junit.jupiter.api.Test;

class PreflightTest {

  private static final long GIB = 1024L * 1024 * 1024;

  @Test
  void too_little_memory_is_said_in_one_sentence() {
    assertThatThrownBy(() -> Preflight.requireMemory(3 * GIB / 2))
        .isInstanceOf(LocalException.class)
        .hasMessage(
            "The suite needs 4 GiB of free memory and this machine has 1.5 GiB: close something.");
  }

  @Test
  void enough_memory_is_no_word_worth() {
    assertThatCode(() -> Preflight.requireMemory(4 * GIB)).doesNotThrowAnyException();
  }
}
