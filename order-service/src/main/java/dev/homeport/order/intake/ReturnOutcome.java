package dev.homeport.order.intake;

import dev.homeport.order.returns.FreeReturn;

/** What a return document meant. */
public sealed interface ReturnOutcome {

  /** The return as it stands. */
  FreeReturn back();

  /** The first document of its key. */
  record Recorded(FreeReturn back) implements ReturnOutcome {}

  /** The same document again. */
  record Unchanged(FreeReturn back) implements ReturnOutcome {}

  /** Another document with the key of one that stands. */
  record Conflict(FreeReturn back) implements ReturnOutcome {}
}
