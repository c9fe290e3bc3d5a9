package dev.homeport.loyalty.programme;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;

/**
 * A version of a programme that rates orders from a moment on.
 *
 * @param start it rates orders placed at this moment and later, until the next version starts
 * @param zone where its days, weeks and months begin; kept with the version, so that a tenant who
 *     moves changes no past award
 * @param ruleEnds by its key, when a rule ended because its budget was spent
 */
public record ProgrammeVersion(
    int number,
    Instant start,
    ZoneId zone,
    ProgrammeDocument document,
    Map<String, Instant> ruleEnds) {
  /** Copies. */
  public ProgrammeVersion {
    ruleEnds = Map.copyOf(ruleEnds);
  }

  /** A version of which no budget is spent. */
  public ProgrammeVersion(int number, Instant start, ZoneId zone, ProgrammeDocument document) {
    this(number, start, zone, document, Map.of());
  }
}
