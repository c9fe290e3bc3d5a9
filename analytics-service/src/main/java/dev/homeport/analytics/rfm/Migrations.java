package dev.homeport.analytics.rfm;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * Who went from which group to which between the ends of two days.
 *
 * @param moves in the order of the groups, only those that somebody made; staying is one too
 */
public record Migrations(List<Move> moves) {

  public Migrations {
    moves = List.copyOf(moves);
  }

  /**
   * Customers who were in one group and are in another.
   *
   * @param from key of a group, {@link Grid#NOT_YET} or {@link Grid#NOT_SCORED}
   * @param to key of a group, or {@link Grid#NOT_SCORED}
   */
  public record Move(String from, String to, long customers) {}

  /** Everybody who is there at the end. */
  public long customers() {
    return moves.stream().mapToLong(Move::customers).sum();
  }

  static Migrations of(Grid grid, SortedMap<Integer, Long> counted, int width) {
    var moves = new ArrayList<Move>();
    counted.forEach(
        (move, customers) ->
            moves.add(new Move(key(grid, move / width), key(grid, move % width), customers)));
    return new Migrations(moves);
  }

  private static String key(Grid grid, int place) {
    int groups = grid.groups().size();
    if (place < groups) {
      return grid.groups().get(place).key();
    }
    return place == groups ? Grid.NOT_YET : Grid.NOT_SCORED;
  }
}
