package dev.homeport.analytics.rfm;

import java.util.Arrays;

/**
 * Finds the k-th smallest of many numbers for several k at once, without sorting them: numbers are
 * counted by their leading bits, and only those that share them with a wanted one are looked at
 * more closely. Exact, and linear in how many there are.
 */
final class OrderStatistics {
  private static final int BINS_BITS = 16;
  private static final int BINS = 1 << BINS_BITS;
  private static final int FEW = 256;

  private OrderStatistics() {}

  /**
   * The values at the given ranks.
   *
   * @param values the first {@code size} of them are looked at, and left as they are
   * @param ranks from 1, the smallest, to {@code size}, rising
   */
  static long[] of(long[] values, int size, int[] ranks) {
    var found = new long[ranks.length];
    find(values, size, ranks, found, 0, ranks.length);
    return found;
  }

  private static void find(
      long[] values, int size, int[] ranks, long[] found, int from, int until) {
    if (from == until) {
      return;
    }
    if (size <= FEW) {
      long[] sorted = Arrays.copyOf(values, size);
      Arrays.sort(sorted);
      for (int i = from; i < until; i++) {
        found[i] = sorted[ranks[i] - 1];
      }
      return;
    }
    long min = Long.MAX_VALUE;
    long max = Long.MIN_VALUE;
    for (int i = 0; i < size; i++) {
      min = Math.min(min, values[i]);
      max = Math.max(max, values[i]);
    }
    // Differences are taken as unsigned numbers, so that none is too large.
    int shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(max - min) - BINS_BITS);
    int[] counts = count(values, size, min, shift);
    int below = 0;
    int next = from;
    for (int bin = 0; next < until; bin++) {
      int first = next;
      while (next < until && ranks[next] <= below + counts[bin]) {
        next++;
      }
      if (first < next) {
        within(values, size, min, shift, bin, counts[bin], below, ranks, found, first, next);
      }
      below += counts[bin];
    }
  }

  private static void within(
      long[] values,
      int size,
      long min,
      int shift,
      int bin,
      int count,
      int below,
      int[] ranks,
      long[] found,
      int from,
      int until) {
    if (shift == 0) {
      Arrays.fill(found, from, until, min + bin);
      return;
    }
    long[] part = new long[count];
    int filled = 0;
    for (int i = 0; i < size; i++) {
      if ((int) ((values[i] - min) >>> shift) == bin) {
        part[filled++] = values[i];
      }
    }
    int[] inside = ranks.clone();
    for (int i = from; i < until; i++) {
      inside[i] -= below;
    }
    find(part, count, inside, found, from, until);
  }

  private static int[] count(long[] values, int size, long min, int shift) {
    int[] counts = new int[BINS];
    for (int i = 0; i < size; i++) {
      counts[(int) ((values[i] - min) >>> shift)]++;
    }
    return counts;
  }
}
