package dev.homeport.analytics.chart;

import dev.homeport.analytics.chart.Canvas.Anchor;
import dev.homeport.analytics.chart.Canvas.Font;
import dev.homeport.analytics.chart.Canvas.Point;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Values that follow one another, as lines; each has a dash pattern of its own besides its colour,
 * and its name at its end.
 *
 * @param title what it shows
 * @param description what there is to see in it
 * @param across what the steps are
 * @param up what is measured
 * @param steps from the left
 * @param series one to four
 */
public record Lines(
    String title,
    String description,
    String across,
    String up,
    List<String> steps,
    List<Series> series) {
  private static final double TEXT = 10;
  private static final double TOP = 20;
  private static final double HEIGHT = 170;
  private static final double BELOW = 38;
  private static final double LINE = 13;
  private static final double MOST_OF_A_NAME = 0.3;
  private static final List<String> DASHES = List.of("", "7 3", "2 3", "9 3 2 3");

  public Lines {
    steps = List.copyOf(steps);
    series = List.copyOf(series);
    int size = steps.size();
    if (series.stream().anyMatch(line -> line.values.size() > size)) {
      throw new IllegalArgumentException("A series has at most one value for every step");
    }
  }

  /**
   * One line.
   *
   * @param values from the first step on; where it ends early, the rest is not known yet
   */
  public record Series(String name, List<Value> values) {

    public Series {
      values = List.copyOf(values);
    }
  }

  /**
   * A value.
   *
   * @param text as it is said in the hint of its point
   */
  public record Value(double number, String text) {}

  /** Draws it. */
  public Picture picture() {
    return new Drawing().draw();
  }

  private final class Drawing {
    private final Canvas canvas = new Canvas();
    private final Ticks ticks = Ticks.over(numbers());
    private final double left =
        Math.max(widest(ticks.labels()) + 6, half(steps.isEmpty() ? "" : steps.getFirst()));
    private final double names =
        Math.max(
            half(steps.isEmpty() ? "" : steps.getLast()),
            Math.min(
                MOST_OF_A_NAME * Picture.WIDTH,
                Type.BOLD * widest(series.stream().map(Series::name).toList())));
    private final double right = Picture.WIDTH - names - 8;
    private final double bottom = TOP + HEIGHT;

    private static double widest(List<String> texts) {
      return texts.stream().mapToDouble(text -> Type.width(text, TEXT)).max().orElse(0);
    }

    private static double half(String text) {
      return Type.width(text, TEXT) / 2;
    }

    private List<Double> numbers() {
      return series.stream().flatMap(line -> line.values.stream()).map(Value::number).toList();
    }

    private Picture draw() {
      canvas.text(
          0,
          TEXT,
          Font.plain(TEXT, Palette.MUTED),
          Anchor.START,
          Type.fit(up, TEXT, Picture.WIDTH));
      for (int i = 0; i < ticks.values().size(); i++) {
        double y = y(ticks.values().get(i));
        canvas.line(left, y, right, y, Palette.RULE, 1);
        canvas.text(
            left - 5,
            y + TEXT / 3,
            Font.plain(TEXT, Palette.MUTED),
            Anchor.END,
            ticks.labels().get(i));
      }
      steps();
      IntStream.range(0, series.size()).forEach(this::line);
      names();
      return new Picture(title, description, Picture.WIDTH, bottom + BELOW, canvas.svg());
    }

    /** As many as there is room for, always with the first. */
    private void steps() {
      double widest = widest(steps) + 6;
      int every =
          (int) Math.max(1, Math.ceil(widest * (steps.size() - 1) / Math.max(1, right - left)));
      for (int i = 0; i < steps.size(); i += every) {
        canvas.text(
            x(i), bottom + 14, Font.plain(TEXT, Palette.MUTED), Anchor.MIDDLE, steps.get(i));
      }
      canvas.text(
          (left + right) / 2, bottom + 30, Font.plain(TEXT, Palette.MUTED), Anchor.MIDDLE, across);
    }

    private void line(int index) {
      Series line = series.get(index);
      Colour colour = Palette.series(index);
      List<Point> points =
          IntStream.range(0, line.values.size())
              .mapToObj(i -> new Point(x(i), y(line.values.get(i).number)))
              .toList();
      canvas.path(points, colour, DASHES.get(index % DASHES.size()));
      for (int i = 0; i < points.size(); i++) {
        String hint = line.name + ", " + steps.get(i) + ": " + line.values.get(i).text;
        canvas.dot(points.get(i), colour, hint);
      }
    }

    /** At the ends of the lines, moved apart where these are close. */
    private void names() {
      List<Integer> order =
          IntStream.range(0, series.size())
              .boxed()
              .filter(i -> !series.get(i).values.isEmpty())
              .sorted((a, b) -> Double.compare(end(a), end(b)))
              .toList();
      double lowest = TOP + TEXT / 2;
      for (int place = 0; place < order.size(); place++) {
        int index = order.get(place);
        double most = bottom - (order.size() - 1 - place) * LINE;
        double y = Math.min(Math.max(lowest, end(index)), most);
        canvas.text(
            right + 7,
            y + TEXT / 3,
            new Font(TEXT, Palette.series(index), true),
            Anchor.START,
            Type.fitBold(series.get(index).name, TEXT, names + 0.01));
        lowest = y + LINE;
      }
    }

    private double end(int index) {
      return y(series.get(index).values.getLast().number);
    }

    private double x(int step) {
      double inset = 6;
      return steps.size() < 2
          ? (left + right) / 2
          : left + inset + (right - left - 2 * inset) * step / (steps.size() - 1);
    }

    private double y(double value) {
      return bottom - HEIGHT * (value - ticks.lowest()) / (ticks.highest() - ticks.lowest());
    }
  }
}
