package dev.homeport.analytics.rfm;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * How the customers in columns stand among each other.
 *
 * @param cells per row the scores in one number; {@value #NOBODY} where nobody is scored
 */
record Standing(CutPoints cutPoints, List<Cell> tally, short[] cells) {
  static final short NOBODY = -1;

  /**
   * Scores everybody.
   *
   * <p>A score is {@code 1 + floor(B * W / n)}, with B buckets and W customers strictly worse. It
   * is at least s exactly when {@code W >= k} with {@code k = ceil((s - 1) * n / B)}, and at least
   * k customers are strictly worse than a value exactly when it exceeds the k-th smallest. So the
   * cut points are order statistics, and customers who tie share a score.
   */
  static Standing of(Columns columns, int buckets) {
    int[] ranks = ranks(columns.present(), buckets);
    long[] money = columns.money().codes();
    long[] dayCuts = columns.statistics(columns.days(), ranks);
    long[] orderCuts = columns.statistics(columns.orders(), ranks);
    long[] moneyCuts = columns.statistics(money, ranks);
    short[] cells = new short[columns.rows()];
    Arrays.fill(cells, NOBODY);
    var tally = new Tally(buckets);
    for (int row = 0; row < cells.length; row++) {
      if (columns.has(row)) {
        int cell =
            (passed(columns.days()[row], dayCuts) * buckets
                        + passed(columns.orders()[row], orderCuts))
                    * buckets
                + passed(money[row], moneyCuts);
        cells[row] = (short) cell;
        tally.add(cell, columns.money(), row);
      }
    }
    var cutPoints =
        new CutPoints(
            buckets,
            columns.present(),
            LongStream.of(dayCuts).mapToObj(LocalDate::ofEpochDay).toList(),
            LongStream.of(orderCuts).boxed().toList(),
            LongStream.of(moneyCuts).mapToObj(columns.money()::value).toList());
    return new Standing(cutPoints, tally.cells(), cells);
  }

  private static int[] ranks(int customers, int buckets) {
    int[] ranks = new int[customers == 0 ? 0 : buckets - 1];
    for (int i = 0; i < ranks.length; i++) {
      ranks[i] = Math.toIntExact(Math.ceilDiv((i + 1L) * customers, buckets));
    }
    return ranks;
  }

  private static int passed(long value, long[] cuts) {
    int passed = 0;
    for (long cut : cuts) {
      passed += value > cut ? 1 : 0;
    }
    return passed;
  }
}
