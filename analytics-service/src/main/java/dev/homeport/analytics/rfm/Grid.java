package dev.homeport.analytics.rfm;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A partition of R x FM into named groups. Which positions make up a group is data; that they form
 * a partition is checked when the grid is put together.
 */
public final class Grid {
  private final String key;
  private final List<Area> areas;
  private final Map<Position, Group> groups = new HashMap<>();

  /**
   * Puts a grid together.
   *
   * @param areas in the order in which the groups are shown
   * @throws IllegalArgumentException when a position belongs to no group, or to two
   */
  public Grid(String key, List<Area> areas) {
    this.key = key;
    this.areas = List.copyOf(areas);
    for (Area area : areas) {
      for (Position position : area.positions()) {
        Group other = groups.put(position, area.group());
        if (other != null) {
          throw new IllegalArgumentException(
              "%s belongs to both %s and %s".formatted(position, other, area.group()));
        }
      }
    }
    if (groups.size() != Scores.BEST * Scores.BEST) {
      throw new IllegalArgumentException(key + " leaves positions without a group");
    }
  }

  /** The name of the grid. */
  public String key() {
    return key;
  }

  /** In the order in which they are shown. */
  public List<Group> groups() {
    return areas.stream().map(Area::group).toList();
  }

  /** The group of a customer with these scores. */
  public Group group(Scores scores) {
    return group(Position.of(scores));
  }

  /** The group that a position belongs to. */
  public Group group(Position position) {
    return Objects.requireNonNull(groups.get(position));
  }

  /** One field of the grid. */
  public record Position(int r, int fm) {

    public Position {
      if (r < 1 || r > Scores.BEST || fm < 1 || fm > Scores.BEST) {
        throw new IllegalArgumentException("R%d FM%d is not on the grid".formatted(r, fm));
      }
    }

    static Position of(Scores scores) {
      return new Position(scores.r(), scores.fm());
    }
  }

  /** The positions of a group. */
  public record Area(Group group, List<Position> positions) {

    public Area {
      positions = List.copyOf(positions);
    }
  }
}
