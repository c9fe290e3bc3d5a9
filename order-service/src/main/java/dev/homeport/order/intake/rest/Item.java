package dev.homeport.order.intake.rest;

import dev.homeport.platform.problem.Problem;

/** One document of an import, by the line on which it begins. */
sealed interface Item<D> {
  long line();

  /** The line on which its last row begins: the next document begins after it. */
  long last();

  /** A document whose fields are valid. */
  record Sound<D>(long line, long last, D document) implements Item<D> {}

  /** What is none, and why. */
  record Bad<D>(long line, long last, Problem problem) implements Item<D> {}
}
