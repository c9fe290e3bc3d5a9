package dev.homeport.analytics.rfm;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A partition of all scores into named groups. Which positions make up a group is data, written
 * down as a {@link GridDocument}, which makes sure that they form a partition.
 */
public final class Grid {
  /** The key of the grid that scorings have unless they say otherwise. */
  public static final String STANDARD = "grid25";

  /** What those are called who had no order yet. */
  public static final String NOT_YET = "not-yet-a-customer";

  /** What those are called who have no order that counts. */
  public static final String NOT_SCORED = "not-scored";

  /** Keys that no group may have. */
  static final Set<String> RESERVED = Set.of(NOT_YET, NOT_SCORED);

  private final String key;
  private final String name;
  private final int buckets;
  private final Axes axes;
  private final List<Group> groups;
  private final Optional<Group> unscored;
  private final Map<List<Integer>, Integer> positions;
  private final byte[] byCell;

  Grid(
      String key,
      String name,
      int buckets,
      Axes axes,
      List<Group> groups,
      Optional<Group> unscored,
      Map<List<Integer>, Integer> positions) {
    this.key = key;
    this.name = name;
    this.buckets = buckets;
    this.axes = axes;
    this.groups = List.copyOf(groups);
    this.unscored = unscored;
    this.positions = Map.copyOf(positions);
    this.byCell = new byte[buckets * buckets * buckets];
    for (int cell = 0; cell < byCell.length; cell++) {
      List<Integer> position = axes.of(Scores.ofCell(cell, buckets));
      byCell[cell] = Objects.requireNonNull(this.positions.get(position)).byteValue();
    }
  }

  /** By which it is known. */
  public String key() {
    return key;
  }

  /** For people. */
  public String name() {
    return name;
  }

  /** For how many scores of each measure it is made. */
  public int buckets() {
    return buckets;
  }

  /** What its positions are made of. */
  public Axes axes() {
    return axes;
  }

  /** In the order in which they are shown. */
  public List<Group> groups() {
    return groups;
  }

  /** What those are called who have no order that counts. */
  public Optional<Group> unscored() {
    return unscored;
  }

  /** The group of a customer with these scores. */
  public Group group(Scores scores) {
    return groups.get(index(scores.cell(buckets)));
  }

  /** The group that a position belongs to. */
  public Group group(List<Integer> position) {
    return groups.get(Objects.requireNonNull(positions.get(position)));
  }

  /** What a group of this key is called; empty when there is none. */
  public Optional<String> name(String group) {
    int index = index(group);
    return index < 0 ? Optional.empty() : Optional.of(groups.get(index).name());
  }

  /** Every position, from the lowest scores on. */
  public List<List<Integer>> positions() {
    return Area.everything(axes.names().size(), buckets).positions();
  }

  /** The place of a group in the order of all, by scores in one number. */
  int index(int cell) {
    return byCell[cell];
  }

  /** The place of a group in the order of all; -1 when there is none of this key. */
  int index(String group) {
    for (int i = 0; i < groups.size(); i++) {
      if (groups.get(i).key().equals(group)) {
        return i;
      }
    }
    return -1;
  }
}
