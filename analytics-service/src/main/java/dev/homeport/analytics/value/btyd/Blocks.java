package dev.homeport.analytics.value.btyd;

import java.util.stream.IntStream;

/**
 * Sums over many tuples, block by block and on all processors. The blocks are added up in their
 * order, so that the same data always gives the same sums.
 */
final class Blocks {
  private static final int SIZE = 4_096;
  private static final int MANY = 8;

  private Blocks() {}

  /** Adds the tuples of a block to sums. */
  interface Work {
    void add(int from, int to, double[] sums);
  }

  /** The sums of all tuples. */
  static double[] sum(int tuples, int sums, Work work) {
    int blocks = Math.ceilDiv(tuples, SIZE);
    double[][] parts = new double[blocks][sums];
    IntStream range = IntStream.range(0, blocks);
    (blocks < MANY ? range : range.parallel())
        .forEach(i -> work.add(i * SIZE, Math.min(tuples, (i + 1) * SIZE), parts[i]));
    double[] whole = new double[sums];
    for (double[] part : parts) {
      for (int i = 0; i < sums; i++) {
        whole[i] += part[i];
      }
    }
    return whole;
  }
}
