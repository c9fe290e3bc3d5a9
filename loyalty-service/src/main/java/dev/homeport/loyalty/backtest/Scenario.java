package dev.homeport.loyalty.backtest;

import dev.homeport.loyalty.programme.ProgrammeDocument;
import dev.homeport.loyalty.programme.ProgrammeVersion;
import dev.homeport.loyalty.programme.Versions;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Under which versions a journal is folded, in which order, and how far.
 *
 * @param until events of this moment and later are left out; null for none
 * @param now up to when time passes, unless {@code until} comes first
 */
public record Scenario(Versions versions, Order order, @Nullable Instant until, Instant now) {

  /** The order of events. */
  public sealed interface Order {
    /**
     * As they were written down, with the moments at which somebody looked at the lots: gives the
     * rows of the ledger.
     *
     * @param approvedAt what was written down before had nobody to rate it
     */
    record AsItCame(Instant approvedAt) implements Order {}

    /** As they happened, with every moment at which lots open and expire under these versions. */
    record AsItHappened() implements Order {}
  }

  /** The programme as it ran. */
  public static Scenario asItRan(
      Versions approved, Instant approvedAt, @Nullable Instant until, Instant now) {
    return new Scenario(approved, new Order.AsItCame(approvedAt), until, now);
  }

  /** Versions as if they had been known all along. */
  public static Scenario asIf(Versions versions, @Nullable Instant until, Instant now) {
    return new Scenario(versions, new Order.AsItHappened(), until, now);
  }

  /**
   * The versions of a programme with another one in force: what was placed before it is rated by
   * those of its time, all later by it.
   *
   * @param from null: as long as the programme has run, or ever, when it has not
   */
  public static Versions inForce(
      Versions approved,
      int number,
      ProgrammeDocument document,
      ZoneId zone,
      @Nullable Instant from) {
    List<ProgrammeVersion> before = approved.all();
    Instant start = from;
    if (start == null) {
      start = before.isEmpty() ? Instant.EPOCH : before.getFirst().start();
    }
    var all = new ArrayList<ProgrammeVersion>();
    for (ProgrammeVersion version : before) {
      if (version.start().isBefore(start)) {
        all.add(version);
      }
    }
    all.add(new ProgrammeVersion(number, start, zone, document));
    return new Versions(approved.key(), all, null);
  }

  /** Whether something lies beyond the end. */
  boolean leavesOut(Instant moment) {
    return until != null && !moment.isBefore(until);
  }

  /** Up to when time passes. */
  Instant end() {
    return until != null && until.isBefore(now) ? until : now;
  }
}
