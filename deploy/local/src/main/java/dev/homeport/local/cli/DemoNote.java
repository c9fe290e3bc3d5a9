package dev.homeport.local.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.homeport.local.LocalException;
import dev.homeport.local.demo.SimulatedMerchant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Which simulated merchant the tenant demo holds, so that a later run sends the same documents.
 *
 * @param end where its documents end, as an instant
 */
record DemoNote(long seed, String end) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The merchant of an earlier run, or a new one whose two years end now. */
  static SimulatedMerchant merchant(Path file, Optional<Long> seed, long usual) {
    var earlier = read(file);
    var note =
        earlier.orElseGet(
            () ->
                new DemoNote(
                    seed.orElse(usual), Instant.now().truncatedTo(ChronoUnit.MINUTES).toString()));
    if (seed.isPresent() && seed.get() != note.seed()) {
      throw new LocalException(
          "The tenant demo already holds the merchant of seed %d: deploy/local/down --wipe forgets it, then another seed can be sent."
              .formatted(note.seed()));
    }
    if (earlier.isEmpty()) {
      note.write(file);
    }
    return SimulatedMerchant.of(note.seed(), Instant.parse(note.end()));
  }

  private static Optional<DemoNote> read(Path file) {
    try {
      return Files.exists(file)
          ? Optional.of(JSON.readValue(file.toFile(), DemoNote.class))
          : Optional.empty();
    } catch (IOException e) {
      throw new LocalException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private void write(Path file) {
    try {
      JSON.writeValue(file.toFile(), this);
    } catch (IOException e) {
      throw new LocalException(file + " cannot be written: " + e.getMessage(), e);
    }
  }
}
