package dev.homeport.analytics.rfm;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How a population stands at a moment.
 *
 * @param cells only those with customers in them; their customers add up to the population
 * @param computedAt when it was taken
 */
public record Snapshot(CutPoints cutPoints, List<Cell> cells, Instant computedAt) {

  public Snapshot {
    cells = List.copyOf(cells);
  }

  /** Scores everybody. */
  public static Snapshot of(Population population, Instant computedAt) {
    long[] recency = population.recency().cuts();
    long[] frequency = population.frequency().cuts();
    long[] monetary = population.monetary().cuts();
    var tally = new Tally();
    for (int i = 0; i < population.size(); i++) {
      tally.add(
          population.recency().score(i, recency),
          population.frequency().score(i, frequency),
          population.monetary().score(i, monetary),
          population.monetary().at(i));
    }
    var cutPoints =
        new CutPoints(
            population.size(),
            population.recency().values(recency),
            population.frequency().values(frequency),
            population.monetary().values(monetary));
    return new Snapshot(cutPoints, tally.cells(), computedAt);
  }

  private static final class Tally {
    private static final int CELLS = Scores.BEST * Scores.BEST * Scores.BEST;

    private final long[] customers = new long[CELLS];
    private final BigDecimal[] net = new BigDecimal[CELLS];

    private Tally() {
      Arrays.fill(net, BigDecimal.ZERO);
    }

    private void add(int r, int f, int m, BigDecimal monetary) {
      int cell = ((r - 1) * Scores.BEST + f - 1) * Scores.BEST + m - 1;
      customers[cell]++;
      net[cell] = net[cell].add(monetary);
    }

    private List<Cell> cells() {
      var cells = new ArrayList<Cell>();
      for (int i = 0; i < CELLS; i++) {
        if (customers[i] > 0) {
          cells.add(new Cell(scores(i), customers[i], net[i]));
        }
      }
      return cells;
    }

    private static Scores scores(int cell) {
      int best = Scores.BEST;
      return new Scores(cell / best / best + 1, cell / best % best + 1, cell % best + 1);
    }
  }
}
