package dev.homeport.analytics.rfm;

/** Scores everybody again from what is stored, and writes what comes out otherwise. */
public interface Rescoring {

  /** Begins with it, in the caller's transaction. */
  Rescored begin();

  /** Goes on with what was left. */
  Rescored go();

  /**
   * What was done.
   *
   * @param corrected of how many customers and scorings something else had been written
   * @param left whether there is more to do
   */
  record Rescored(long corrected, boolean left) {}
}
