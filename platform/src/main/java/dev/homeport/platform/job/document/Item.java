package dev.homeport.platform.job.document;

import dev.homeport.platform.problem.Problem;

/** One document of an import, by the line on which it begins. */
public sealed interface Item<D> {
  /** The line on which its first row begins. */
  long line();

  /** The line on which its last row begins: the next document begins after it. */
  long last();

  /** A document whose fields are valid. */
  record Sound<D>(long line, long last, D document) implements Item<D> {}

  /** What is none, and why. */
  record Bad<D>(long line, long last, Problem problem) implements Item<D> {}
}
