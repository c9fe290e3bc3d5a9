package dev.homeport.analytics.chart;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The colours of all pictures. Text on each of them has a contrast of at least 4.5 to 1 and lines
 * one of at least 3 to 1 (WCAG 2.2, 1.4.3 and 1.4.11); series stay apart for eyes without red or
 * green cones.
 */
public final class Palette {
  /** What pictures lie on. */
  public static final Colour PAPER = new Colour("paper", "#ffffff", "#14202a");

  /** Text. */
  public static final Colour INK = new Colour("ink", "#1d2b36", "#e6edf2");

  /** Text that explains. */
  public static final Colour MUTED = new Colour("muted", "#4d5f6b", "#a9b8c3");

  /** Thin lines behind what is shown. */
  public static final Colour RULE = new Colour("rule", "#d8e0e6", "#33424e");

  private static final Colour DARK_INK = new Colour("dim", "#1d2b36", "#f4f9fc");
  private static final Colour LIGHT_INK = new Colour("lit", "#ffffff", "#08131b");

  /** From little to much. */
  static final List<Tone> TONES =
      List.of(
          new Tone(new Colour("t0", "#eef5f9", "#1b2d39"), DARK_INK),
          new Tone(new Colour("t1", "#d3e5ef", "#1e3d50"), DARK_INK),
          new Tone(new Colour("t2", "#aacee1", "#21506a"), DARK_INK),
          new Tone(new Colour("t3", "#7fb4d0", "#296681"), DARK_INK),
          new Tone(new Colour("t4", "#2a759d", "#4d97b8"), LIGHT_INK),
          new Tone(new Colour("t5", "#145c82", "#7dbad8"), LIGHT_INK),
          new Tone(new Colour("t6", "#093f5a", "#b5dcf0"), LIGHT_INK));

  /** Of series, in the order in which they are used. */
  static final List<Colour> SERIES =
      List.of(
          new Colour("a", "#0b5f8a", "#5fb4de"),
          new Colour("b", "#b85c00", "#f2a54d"),
          new Colour("c", "#7a3fe0", "#a08cff"),
          new Colour("d", "#3a2408", "#c8f5e0"));

  private Palette() {}

  /**
   * A step of the heat scale.
   *
   * @param text what is readable on it
   */
  record Tone(Colour fill, Colour text) {}

  /** The step that a value has among others. */
  static Tone tone(double value, double highest) {
    int steps = TONES.size();
    return value <= 0 || highest <= 0
        ? TONES.getFirst()
        : TONES.get(Math.min(steps - 1, 1 + (int) ((steps - 1) * value / highest)));
  }

  static Colour series(int index) {
    return SERIES.get(index % SERIES.size());
  }

  /** The style that pictures need to follow a dark screen; paper stays light. */
  public static String style() {
    return Stream.concat(
            Stream.of(PAPER, INK, MUTED, RULE, DARK_INK, LIGHT_INK),
            Stream.concat(TONES.stream().map(Tone::fill), SERIES.stream()))
        .map(Colour::darkRules)
        .collect(Collectors.joining("", "@media screen and (prefers-color-scheme:dark){", "}"));
  }
}
