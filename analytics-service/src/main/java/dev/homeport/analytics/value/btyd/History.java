package dev.homeport.analytics.value.btyd;

/**
 * What a model knows of the purchases of a customer: (x, t_x, T).
 *
 * @param repeats x: purchases after the first one
 * @param recency t_x: weeks from the first purchase to the last; 0 without a repeat
 * @param age T: weeks from the first purchase to now, not less than the recency
 */
public record History(int repeats, double recency, double age) {

  /** A customer who has just bought for the first time. */
  public static final History NEWCOMER = new History(0, 0, 0);

  public History {
    boolean known = repeats >= 0 && recency >= 0 && age >= recency && age < 1e9;
    if (!known || (repeats == 0 && recency != 0)) {
      throw new IllegalArgumentException(
          "No history: x %d, t_x %s, T %s".formatted(repeats, recency, age));
    }
  }
}
