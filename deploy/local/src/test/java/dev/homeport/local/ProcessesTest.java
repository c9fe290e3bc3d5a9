package dev.homeport.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessesTest {

  private final Path temp;

  ProcessesTest(@TempDir Path temp) {
    this.temp = temp;
  }

  @Test
  void a_later_command_finds_the_processes_and_ports() {
    var ports = Ports.standard(100);
    var written = new Processes(temp);
    written.begin(ports);
    written.add("gateway", ProcessHandle.current());

    var read = new Processes(temp).read().orElseThrow();
    assertThat(read.ports()).isEqualTo(ports);
    assertThat(read.processes().values())
        .singleElement()
        .extracting(Processes.Known::running)
        .isEqualTo(java.util.Optional.of(ProcessHandle.current()));
  }

  @Test
  void a_process_id_that_another_program_has_by_now_is_not_ours() {
    var now = Processes.Known.of(ProcessHandle.current());
    var earlier = new Processes.Known(now.pid(), now.startedAt() - 60_000);

    assertThat(earlier.running()).isEmpty();
  }

  @Test
  void a_file_that_a_crash_cut_short_counts_as_none() throws IOException {
    Files.writeString(temp.resolve("suite.json"), "{\"ports\": {\"gate");

    assertThat(new Processes(temp).read()).isEmpty();
  }
}
