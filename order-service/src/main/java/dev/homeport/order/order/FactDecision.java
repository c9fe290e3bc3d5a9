package dev.homeport.order.order;

/** What became of a {@link SourceFact}. */
public sealed interface FactDecision {
  /** It is known now; the order as it stands with it. */
  record Taken(Order order) implements FactDecision {}

  /** It was known. */
  record Known(Order order) implements FactDecision {}

  /** A return that is known now and does not count yet. */
  record Kept(Order order, Held why) implements FactDecision {}

  /** Another return with the number of one that is known. */
  record Conflict(Order order, LineReturn recorded) implements FactDecision {}

  /** No such order is known yet; the fact waits for it. */
  record Waiting() implements FactDecision {}
}
