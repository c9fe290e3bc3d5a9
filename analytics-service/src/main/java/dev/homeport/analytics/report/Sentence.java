package dev.homeport.analytics.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A sentence with figures in it.
 *
 * @param parts text and figures as they follow one another
 */
public record Sentence(List<Part> parts) {

  public Sentence {
    parts = List.copyOf(parts);
  }

  /**
   * A piece: text, or a figure.
   *
   * @param exact the number, empty in text
   */
  public record Part(String text, String exact) {

    /** Whether it is a number. */
    public boolean figure() {
      return !exact.isEmpty();
    }
  }

  /**
   * Puts figures into the places of a pattern.
   *
   * @param pattern with {@code {}} where a figure stands
   */
  public static Sentence of(String pattern, Figure... figures) {
    String[] texts = pattern.split("\\{}", -1);
    if (texts.length != figures.length + 1) {
      throw new IllegalArgumentException("As many figures as there are places: " + pattern);
    }
    var parts = new ArrayList<Part>();
    for (int i = 0; i < texts.length; i++) {
      parts.add(new Part(texts[i], ""));
      if (i < figures.length) {
        parts.add(new Part(figures[i].text(), figures[i].exact()));
      }
    }
    return new Sentence(parts);
  }
}
