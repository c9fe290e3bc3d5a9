package dev.homeport.analytics.rfm;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Counts customers, and adds up what they are worth, by their scores; exactly. */
final class Tally {
  private final int buckets;
  private final long[] customers;

  /** Sums in billionths, which move over to the exact ones before they overflow. */
  private final long[] billionths;

  private final BigDecimal[] net;

  Tally(int buckets) {
    this.buckets = buckets;
    int cells = buckets * buckets * buckets;
    this.customers = new long[cells];
    this.billionths = new long[cells];
    this.net = new BigDecimal[cells];
    Arrays.fill(net, BigDecimal.ZERO);
  }

  void add(int cell, Amounts amounts, int row) {
    customers[cell]++;
    if (!amounts.fits(row)) {
      net[cell] = net[cell].add(amounts.at(row));
      return;
    }
    long code = amounts.codes()[row];
    long sum = billionths[cell] + code;
    if (((billionths[cell] ^ sum) & (code ^ sum)) < 0) {
      net[cell] = exact(cell);
      billionths[cell] = code;
    } else {
      billionths[cell] = sum;
    }
  }

  List<Cell> cells() {
    var cells = new ArrayList<Cell>();
    for (int cell = 0; cell < customers.length; cell++) {
      if (customers[cell] > 0) {
        cells.add(new Cell(Scores.ofCell(cell, buckets), customers[cell], exact(cell)));
      }
    }
    return cells;
  }

  private BigDecimal exact(int cell) {
    return net[cell].add(BigDecimal.valueOf(billionths[cell], Amounts.SCALE));
  }
}
