package dev.homeport.analytics.rfm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;

/**
 * One measure of all customers, side by side. Values are coded as numbers that sort as the values
 * do, so that everything is compared exactly and without objects. A larger code is a better value.
 *
 * @param codes one per customer
 * @param value what a code stands for
 */
record Column<T>(long[] codes, LongFunction<T> value) {

  T at(int customer) {
    return value.apply(codes[customer]);
  }

  /**
   * The codes that part the scores, lowest first: a customer reaches score {@code s} when strictly
   * better than the {@code s-1}st of them.
   *
   * <p>A score is {@code 1 + floor(B * W / n)}, with B buckets and W customers strictly worse. It
   * is at least s exactly when {@code W >= k} with {@code k = ceil((s - 1) * n / B)}, and at least
   * k customers are strictly worse than a value exactly when it exceeds the k-th smallest. So the
   * cut points are order statistics, and customers who tie share a score.
   */
  long[] cuts() {
    long[] sorted = codes.clone();
    Arrays.sort(sorted);
    long[] cuts = new long[sorted.length == 0 ? 0 : Scores.BEST - 1];
    for (int i = 0; i < cuts.length; i++) {
      long rank = Math.ceilDiv((i + 1L) * sorted.length, Scores.BEST);
      cuts[i] = sorted[Math.toIntExact(rank - 1)];
    }
    return cuts;
  }

  List<T> values(long[] cuts) {
    var values = new ArrayList<T>(cuts.length);
    for (long cut : cuts) {
      values.add(value.apply(cut));
    }
    return values;
  }

  int score(int customer, long[] cuts) {
    int score = 1;
    for (long cut : cuts) {
      if (codes[customer] > cut) {
        score++;
      }
    }
    return score;
  }
}
