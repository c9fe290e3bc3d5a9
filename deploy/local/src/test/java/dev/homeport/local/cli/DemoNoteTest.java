package dev.homeport.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.homeport.local.LocalException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoNoteTest {

  @TempDir Path directory;

  @Test
  void a_later_run_sends_what_the_first_one_sent() {
    var first = DemoNote.merchant(file(), Optional.of(7L), 1);
    var again = DemoNote.merchant(file(), Optional.empty(), 1);

    assertThat(again).isEqualTo(first);
    assertThat(again.seed()).isEqualTo(7);
  }

  @Test
  void another_seed_is_refused_while_the_tenant_holds_the_first() {
    DemoNote.merchant(file(), Optional.empty(), 1);

    assertThatThrownBy(() -> DemoNote.merchant(file(), Optional.of(2L), 1))
        .isInstanceOf(LocalException.class)
        .hasMessageContaining("seed 1")
        .hasMessageContaining("down --wipe");
  }

  private Path file() {
    return directory.resolve("demo.json");
  }
}
