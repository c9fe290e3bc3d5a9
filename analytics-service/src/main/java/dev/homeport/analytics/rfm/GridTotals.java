package dev.homeport.analytics.rfm;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A population spread over a grid. Each of the two maps adds up to the whole, exactly.
 *
 * @param groups every group of the grid in its order, also the empty ones
 * @param positions every position, from the lowest scores on, also the empty ones
 */
public record GridTotals(Map<Group, Total> groups, Map<List<Integer>, Total> positions) {

  /** Counts cells into the groups and positions of a grid. */
  public static GridTotals of(Grid grid, List<Cell> cells) {
    var groups = new LinkedHashMap<Group, Total>();
    grid.groups().forEach(group -> groups.put(group, Total.NONE));
    var positions = new LinkedHashMap<List<Integer>, Total>();
    grid.positions().forEach(position -> positions.put(position, Total.NONE));
    for (Cell cell : cells) {
      var total = new Total(cell.customers(), cell.net());
      groups.merge(grid.group(cell.scores()), total, Total::plus);
      positions.merge(grid.axes().of(cell.scores()), total, Total::plus);
    }
    return new GridTotals(groups, positions);
  }

  /** The whole. */
  public Total total() {
    return groups.values().stream().reduce(Total.NONE, Total::plus);
  }

  /** A number of customers and their net amount. */
  public record Total(long customers, BigDecimal net) {
    private static final double SHARE_STEPS = 1e6;
    static final Total NONE = new Total(0, BigDecimal.ZERO);

    Total plus(Total other) {
      return new Total(customers + other.customers, net.add(other.net));
    }

    /** The part of a whole that these customers are, 0 to 1, to six decimals; 0 of an empty one. */
    public double shareOf(Total whole) {
      return whole.customers == 0
          ? 0
          : Math.round(SHARE_STEPS * customers / whole.customers) / SHARE_STEPS;
    }
  }
}
