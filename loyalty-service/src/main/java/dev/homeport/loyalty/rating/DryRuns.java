package dev.homeport.loyalty.rating;

import dev.homeport.loyalty.fact.OrderFact;
import dev.homeport.loyalty.programme.Fault;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Orders that are only imagined, rated as if they were there. Nothing is written. */
public interface DryRuns {

  /**
   * Rates an order, with whatever its buyer has ordered.
   *
   * @param version that is to rate it, drafts too; null for the one that counts at its moment
   */
  Result rate(UUID programmeId, @Nullable Integer version, OrderFact order);

  /** What came of it. */
  sealed interface Result {
    /** What the order would deserve. */
    record Done(Rated rated) implements Result {}

    /** The version cannot be run. */
    record Faulty(List<Fault> faults) implements Result {
      /** Copies. */
      public Faulty {
        faults = List.copyOf(faults);
      }
    }

    /** There is no such programme. */
    record NoProgramme() implements Result {}

    /** The programme has no such version. */
    record NoVersion() implements Result {}
  }
}
