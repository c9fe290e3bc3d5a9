package dev.homeport.analytics.rfm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Neighbouring positions: along each axis from one score to another. */
final class Area {
  private final int[] low;
  private final int[] high;

  Area(int[] low, int[] high) {
    this.low = low;
    this.high = high;
  }

  /** Whether each axis runs from its first score to its last, within those that there are. */
  boolean within(int buckets) {
    for (int i = 0; i < low.length; i++) {
      if (low[i] < 1 || high[i] > buckets || low[i] > high[i]) {
        return false;
      }
    }
    return true;
  }

  /** All of its positions, from the lowest scores on. */
  List<List<Integer>> positions() {
    List<List<Integer>> found = List.of(List.of());
    for (int axis = 0; axis < low.length; axis++) {
      var longer = new ArrayList<List<Integer>>();
      for (List<Integer> start : found) {
        for (int score = low[axis]; score <= high[axis]; score++) {
          var position = new ArrayList<>(start);
          position.add(score);
          longer.add(List.copyOf(position));
        }
      }
      found = longer;
    }
    return found;
  }

  /** Everything that a number of axes with so many buckets can hold. */
  static Area everything(int axes, int buckets) {
    int[] low = new int[axes];
    int[] high = new int[axes];
    Arrays.fill(low, 1);
    Arrays.fill(high, buckets);
    return new Area(low, high);
  }
}
