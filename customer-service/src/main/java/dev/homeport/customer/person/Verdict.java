package dev.homeport.customer.person;

/**
 * Which of two values of a field a survivor shows, and why.
 *
 * @param side whose value it is; of lists that are joined, the survivor's
 */
public record Verdict<T>(T value, Side side, Reason reason) {

  /** Why a value is shown; the first that applies. */
  public enum Reason {
    /** The survivor's was stated after the merge, so it took the place of what was shown then. */
    STATED_SINCE,
    /** Whoever merged said so. */
    CHOSEN,
    /** The other one has none. */
    ONLY,
    /** There is no difference. */
    SAME,
    /** Stated through the API, where the other was seen on an order. */
    STATED,
    /** Stated or seen later. */
    NEWER,
    /** As old as the other, but it says more. */
    LONGER,
    /** Of two that nothing tells apart, the first in the alphabet. */
    FIRST,
    /** Both lists count. */
    JOINED
  }
}
