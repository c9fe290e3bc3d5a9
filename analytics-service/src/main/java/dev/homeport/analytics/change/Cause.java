package dev.homeport.analytics.change;

/** Why customers are to be looked at again. */
public enum Cause {
  /** An order or a return of theirs. */
  fact,
  /** Identities came to them, or left them. */
  mapping,
  /** What follows from their facts was derived again, and came out otherwise. */
  derivation,
  /** What customer-service says of them. */
  profile,
  /** Their points, or their tier. */
  points,
  /** Their scores, though they did nothing: others did, or time passed. */
  score
}
