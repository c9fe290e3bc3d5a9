package dev.homeport.analytics.segment;

import java.util.List;

/** What became of the text of an expression. */
public sealed interface Compilation {

  /** It can be worked out. */
  record Sound(Expression expression) implements Compilation {}

  /**
   * It cannot.
   *
   * @param faults at least one, in the order of the text
   */
  record Faulty(List<Fault> faults) implements Compilation {

    public Faulty {
      faults = List.copyOf(faults);
    }
  }
}
