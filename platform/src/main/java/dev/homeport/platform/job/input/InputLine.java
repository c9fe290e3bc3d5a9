package dev.homeport.platform.job.input;

import dev.homeport.platform.problem.Problem;

/** A line that is not blank. Lines are numbered from 1, blank ones included. */
public sealed interface InputLine {

  /** Where it is. */
  long number();

  /** A line that can be read, without its line end. */
  record Text(long number, String text) implements InputLine {}

  /** A line that cannot, and why. */
  record Unreadable(long number, Problem problem) implements InputLine {}
}
