package dev.homeport.analytics.rfm;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A grid as it is written down.
 *
 * @param groups in the order in which they are shown, each with its positions such as {@code R5
 *     FM4}
 */
public record GridDocument(String key, List<NamedArea> groups) {
  private static final Pattern POSITION = Pattern.compile("R([1-9]) FM([1-9])");

  /** One group of the document. */
  public record NamedArea(String key, String name, List<String> positions) {

    private Grid.Area area() {
      return new Grid.Area(
          new Group(key, name), positions.stream().map(GridDocument::position).toList());
    }
  }

  /**
   * What it describes.
   *
   * @throws IllegalArgumentException when that is no partition
   */
  public Grid grid() {
    return new Grid(key, groups.stream().map(NamedArea::area).toList());
  }

  private static Grid.Position position(String text) {
    var match = POSITION.matcher(text);
    if (!match.matches()) {
      throw new IllegalArgumentException("A position looks like R5 FM4, not like " + text);
    }
    return new Grid.Position(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)));
  }
}
