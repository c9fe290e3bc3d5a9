package dev.homeport.loyalty.backtest;

import dev.homeport.loyalty.programme.Fault;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The backtests of the present tenant, in the caller's transaction. */
public interface Backtests {
  /** The kind of their jobs. */
  String KIND = "programme-backtest";

  /**
   * Begins one.
   *
   * @param version that is tried, drafts too; null for the programme as it ran
   * @param from null: from the beginning
   * @param to null: up to now
   * @param compare whether members are compared with the programme as it is
   */
  Begun begin(
      UUID programmeId,
      @Nullable Integer version,
      @Nullable Instant from,
      @Nullable Instant to,
      boolean compare);

  /** One of a programme. */
  Optional<Backtest> find(UUID programmeId, UUID id);

  /** Those of a programme, newest first, before one of them; without their results. */
  List<Backtest> list(UUID programmeId, @Nullable UUID before, int limit);

  /** What came of asking for one. */
  sealed interface Begun {
    /** A job does it. */
    record Accepted(Backtest backtest) implements Begun {}

    /** The version cannot be run. */
    record Faulty(List<Fault> faults) implements Begun {
      /** Copies. */
      public Faulty {
        faults = List.copyOf(faults);
      }
    }

    /** There is no such programme. */
    record NoProgramme() implements Begun {}

    /** The programme has no such version. */
    record NoVersion() implements Begun {}

    /** None is named, and the programme has never run. */
    record NeverRan() implements Begun {}
  }
}
