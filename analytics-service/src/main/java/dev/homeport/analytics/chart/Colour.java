package dev.homeport.analytics.chart;

/**
 * A colour of the palette.
 *
 * @param name what its rule for dark screens is called
 * @param light as {@code #rrggbb}, on light paper
 * @param dark as {@code #rrggbb}, on a dark screen
 */
public record Colour(String name, String light, String dark) {

  /** Sets a property to this colour, in the light and, by its class, in the dark. */
  String as(String property) {
    return " class=\"hp-%s-%s\" %s=\"%s\""
        .formatted(property.substring(0, 1), name, property, light);
  }

  String darkRules() {
    return ".hp-f-%1$s{fill:%2$s}.hp-s-%1$s{stroke:%2$s}".formatted(name, dark);
  }
}
