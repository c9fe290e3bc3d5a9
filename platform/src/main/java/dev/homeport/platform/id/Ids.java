package dev.homeport.platform.id;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import java.util.Optional;
import java.util.UUID;

/**
 * Identifiers. In memory, in the database and in events they are bare UUIDs; in HTTP they carry a
 * prefix that tells their kind, for example {@code ord_0190...}.
 */
public final class Ids {
  private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();
  private static final int CANONICAL_LENGTH = 36;

  private Ids() {}

  /** A new UUIDv7: rises with time, also within one millisecond of this process. */
  public static UUID next() {
    return GENERATOR.generate();
  }

  /** The text that callers see. */
  public static String show(String prefix, UUID id) {
    return prefix + '_' + id;
  }

  /** Reads an identifier inside a body or a filter; anything else is a 422 {@code invalid-id}. */
  public static UUID read(String prefix, String text) {
    return find(prefix, text)
        .orElseThrow(
            () ->
                Problem.of(
                    CommonProblem.INVALID_ID,
                    "Expected an identifier that starts with " + prefix + "_."));
  }

  /** Reads an identifier in a path; anything else is a 404, as for one that does not exist. */
  public static UUID readPath(String prefix, String text) {
    return find(prefix, text).orElseThrow(() -> Problem.of(CommonProblem.NOT_FOUND));
  }

  /** Reads an identifier in its one canonical form: lower case, 36 characters. */
  public static Optional<UUID> find(String prefix, String text) {
    int start = prefix.length() + 1;
    if (text.length() != start + CANONICAL_LENGTH
        || !text.startsWith(prefix)
        || text.charAt(start - 1) != '_') {
      return Optional.empty();
    }
    try {
      String canonical = text.substring(start);
      UUID id = UUID.fromString(canonical);
      return id.toString().equals(canonical) ? Optional.of(id) : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
