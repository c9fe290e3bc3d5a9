package dev.homeport.analytics.affinity;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Pairs that were found often, with their p. Which of them stand out among so many tests is for the
 * procedure of Benjamini and Hochberg (1995) to say: it holds the expected share of false ones
 * among those it lets through.
 */
final class Pairs {
  private int[] one = new int[1_024];
  private int[] other = new int[1_024];
  private int[] both = new int[1_024];
  private double[] p = new double[1_024];
  private int size;

  void add(int first, int second, int count, double probability) {
    if (size == one.length) {
      one = Arrays.copyOf(one, size * 2);
      other = Arrays.copyOf(other, size * 2);
      both = Arrays.copyOf(both, size * 2);
      p = Arrays.copyOf(p, size * 2);
    }
    one[size] = first;
    other[size] = second;
    both[size] = count;
    p[size++] = probability;
  }

  int size() {
    return size;
  }

  int one(int pair) {
    return one[pair];
  }

  int other(int pair) {
    return other[pair];
  }

  int both(int pair) {
    return both[pair];
  }

  double p(int pair) {
    return p[pair];
  }

  /**
   * The level at which each of them would just be let through.
   *
   * @param tests how many pairs were looked at, those included that are not here; the p of these
   *     must all be higher than any level of interest
   */
  double[] adjusted(double tests) {
    int[] order =
        IntStream.range(0, size)
            .boxed()
            .sorted((a, b) -> Double.compare(p[a], p[b]))
            .mapToInt(i -> i)
            .toArray();
    double[] adjusted = new double[size];
    double least = 1;
    for (int rank = size; rank >= 1; rank--) {
      int pair = order[rank - 1];
      least = Math.min(least, p[pair] * tests / rank);
      adjusted[pair] = least;
    }
    return adjusted;
  }
}
