package dev.homeport.loyalty.programme.store;

import dev.homeport.loyalty.programme.ProgrammeDocument;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;

/** The programme that every tenant begins with, so that the first order earns points. */
final class StarterProgramme {
  /** Long before any order. */
  static final Instant START = Instant.parse("2000-01-01T00:00:00Z");

  private static final String FILE = "/programme/starter.json";

  private StarterProgramme() {}

  static String json() {
    try (InputStream file = StarterProgramme.class.getResourceAsStream(FILE)) {
      byte[] content = Objects.requireNonNull(file, FILE).readAllBytes();
      return new String(content, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ProgrammeDocument document() {
    return DocumentText.sound(json());
  }
}
