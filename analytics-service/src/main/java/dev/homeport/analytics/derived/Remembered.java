package dev.homeport.analytics.derived;

import java.util.function.Supplier;

/**
 * Answers that take a while, remembered until facts or the mapping of the present tenant change.
 * What changed is in the answers a few seconds later; an answer that takes seconds by itself may
 * lag behind by twenty times as long.
 */
public interface Remembered {

  /**
   * The remembered answer, else the one that is made now. Few are made at a time.
   *
   * @param question equal to that of another request when the answers would be
   */
  <T> T answer(Object question, Supplier<T> make);
}
