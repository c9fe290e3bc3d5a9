package dev.homeport.analytics.rfm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A grid as it is written down.
 *
 * @param name for people
 * @param buckets for how many scores of each measure it is made
 * @param axes what its positions are made of
 * @param unscored what those are called who have no order that counts; null when they are not
 *     called anything
 * @param groups in the order in which they are shown
 */
public record GridDocument(
    String name, int buckets, Axes axes, @Nullable Group unscored, List<NamedArea> groups) {

  private static final int MOST_FAULTS = 1_000;

  public GridDocument {
    groups = List.copyOf(groups);
  }

  /**
   * One group of the document.
   *
   * @param positions each one position such as {@code R5 FM4}, or several that are neighbours, such
   *     as {@code R4-5 FM1-2}
   */
  public record NamedArea(String key, String name, List<String> positions) {

    public NamedArea {
      positions = List.copyOf(positions);
    }
  }

  /**
   * All that keeps the document from being a partition; empty when it is one. Where there is very
   * much, not all of it.
   */
  public List<GridFault> faults() {
    var faults = new ArrayList<GridFault>();
    keys(faults);
    Map<List<Integer>, String> owners = owners(faults);
    for (List<Integer> position : everything()) {
      if (!owners.containsKey(position)) {
        faults.add(new GridFault("/groups", axes.text(position) + " belongs to no group"));
      }
    }
    return faults.stream().limit(MOST_FAULTS).toList();
  }

  /**
   * What it describes.
   *
   * @throws IllegalArgumentException when that is no partition
   */
  public Grid grid(String key) {
    List<GridFault> faults = faults();
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(key + " is no partition: " + faults.getFirst().detail());
    }
    var indexes = new HashMap<List<Integer>, Integer>();
    for (int i = 0; i < groups.size(); i++) {
      for (String text : groups.get(i).positions()) {
        for (List<Integer> position : axes.area(text).orElseThrow().positions()) {
          indexes.put(position, i);
        }
      }
    }
    List<Group> named = groups.stream().map(g -> new Group(g.key(), g.name())).toList();
    return new Grid(key, name, buckets, axes, named, Optional.ofNullable(unscored), indexes);
  }

  private void keys(List<GridFault> faults) {
    var taken = new HashSet<String>(Grid.RESERVED);
    if (unscored != null && !taken.add(unscored.key())) {
      faults.add(new GridFault("/unscored/key", "is kept for those who have no group"));
    }
    for (int i = 0; i < groups.size(); i++) {
      if (!taken.add(groups.get(i).key())) {
        faults.add(
            new GridFault(
                "/groups/" + i + "/key",
                Grid.RESERVED.contains(groups.get(i).key())
                    ? "is kept for those who have no group"
                    : "is that of another group as well"));
      }
    }
  }

  /** The pointers by which positions were claimed first. */
  private Map<List<Integer>, String> owners(List<GridFault> faults) {
    var owners = new HashMap<List<Integer>, String>();
    for (int group = 0; group < groups.size(); group++) {
      List<String> positions = groups.get(group).positions();
      for (int i = 0; i < positions.size() && faults.size() < MOST_FAULTS; i++) {
        claim(positions.get(i), "/groups/%d/positions/%d".formatted(group, i), owners, faults);
      }
    }
    return owners;
  }

  private void claim(
      String text, String pointer, Map<List<Integer>, String> owners, List<GridFault> faults) {
    Optional<Area> area = axes.area(text);
    if (area.isEmpty()) {
      faults.add(new GridFault(pointer, "is not written like " + example()));
    } else if (!area.get().within(buckets)) {
      faults.add(new GridFault(pointer, "is not on a grid of %d buckets".formatted(buckets)));
    } else {
      for (List<Integer> position : area.get().positions()) {
        String other = owners.putIfAbsent(position, pointer);
        if (other != null) {
          faults.add(
              new GridFault(pointer, "holds %s, as does %s".formatted(axes.text(position), other)));
        }
      }
    }
  }

  private List<List<Integer>> everything() {
    return Area.everything(axes.names().size(), buckets).positions();
  }

  private String example() {
    return axes.text(everything().getLast())
        + " or "
        + axes.text(everything().getFirst()).replaceFirst("1", "1-2");
  }
}
