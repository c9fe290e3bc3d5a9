package dev.homeport.analytics.chart;

import dev.homeport.analytics.chart.Canvas.Anchor;
import dev.homeport.analytics.chart.Canvas.Font;
import dev.homeport.analytics.chart.Canvas.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A share of one that changes step by step, with the band in which it may lie; as survival curves
 * are drawn.
 *
 * @param title what it shows
 * @param description what there is to see in it
 * @param across what is counted from the left, from 0 on
 * @param up what share it is
 * @param start the share before the first step
 * @param end as far as is shown
 * @param steps in ascending order
 */
public record StepCurve(
    String title,
    String description,
    String across,
    String up,
    double start,
    double end,
    List<Step> steps) {
  private static final double TEXT = 10;
  private static final double TOP = 22;
  private static final double HEIGHT = 170;
  private static final double BELOW = 38;
  private static final double LEFT = Type.width("100%", TEXT) + 6;
  private static final List<Double> SHARES = List.of(0.0, 0.25, 0.5, 0.75, 1.0);

  public StepCurve {
    steps = List.copyOf(steps);
  }

  /**
   * A change.
   *
   * @param at where it happens
   * @param share from there on
   * @param low the least that it may be
   * @param high the most
   */
  public record Step(double at, double share, double low, double high) {}

  /** Draws it. */
  public Picture picture() {
    var canvas = new Canvas();
    Font font = Font.plain(TEXT, Palette.MUTED);
    Ticks ticks = Ticks.over(List.of(end));
    double right = Picture.WIDTH - Type.width(ticks.labels().getLast(), TEXT) / 2;
    canvas.text(0, TEXT, font, Anchor.START, Type.fit(up, TEXT, Picture.WIDTH));
    for (double share : SHARES) {
      canvas.line(LEFT, y(share), right, y(share), Palette.RULE, 1);
      canvas.text(LEFT - 5, y(share) + TEXT / 3, font, Anchor.END, Numbers.roundPercent(share));
    }
    for (int i = 0; i < ticks.values().size(); i++) {
      double x = LEFT + (right - LEFT) * ticks.values().get(i) / ticks.highest();
      canvas.text(x, TOP + HEIGHT + 14, font, Anchor.MIDDLE, ticks.labels().get(i));
    }
    canvas.text((LEFT + right) / 2, TOP + HEIGHT + 30, font, Anchor.MIDDLE, across);
    double scale = (right - LEFT) / ticks.highest();
    List<Point> band = corners(Step::high, scale);
    band.addAll(corners(Step::low, scale).reversed());
    canvas.area(band, Palette.TONES.get(1).fill());
    canvas.path(corners(Step::share, scale), Palette.series(0), "");
    return new Picture(title, description, Picture.WIDTH, TOP + HEIGHT + BELOW, canvas.svg());
  }

  private List<Point> corners(ToDoubleFunction<Step> value, double scale) {
    var corners = new ArrayList<Point>();
    double last = start;
    corners.add(new Point(LEFT, y(last)));
    for (Step step : steps) {
      if (step.at <= end) {
        double x = LEFT + step.at * scale;
        corners.add(new Point(x, y(last)));
        last = value.applyAsDouble(step);
        corners.add(new Point(x, y(last)));
      }
    }
    corners.add(new Point(LEFT + end * scale, y(last)));
    return corners;
  }

  private static double y(double share) {
    return TOP + HEIGHT * (1 - share);
  }
}
