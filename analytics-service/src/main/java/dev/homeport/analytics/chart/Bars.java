package dev.homeport.analytics.chart;

import dev.homeport.analytics.chart.Canvas.Anchor;
import dev.homeport.analytics.chart.Canvas.Box;
import dev.homeport.analytics.chart.Canvas.Font;
import java.util.List;

/**
 * Values side by side, as bars from the left; those below zero go the other way.
 *
 * @param title what it shows
 * @param description what there is to see in it
 * @param series what is compared in each row; one or a few
 * @param rows from the top
 */
public record Bars(String title, String description, List<String> series, List<Row> rows) {
  private static final double TEXT = 11;
  private static final double SMALL = 10;
  private static final double BAR = 11;
  private static final double ALONE = 15;
  private static final double BETWEEN = 8;
  private static final double MOST_OF_A_LABEL = 0.36;

  public Bars {
    series = List.copyOf(series);
    rows = List.copyOf(rows);
    int size = series.size();
    if (rows.stream().anyMatch(row -> row.values.size() != size)) {
      throw new IllegalArgumentException("Every row has a value of every series");
    }
  }

  /**
   * One row.
   *
   * @param values one for each series
   */
  public record Row(String label, List<Value> values) {

    public Row {
      values = List.copyOf(values);
    }
  }

  /**
   * A value.
   *
   * @param text as it is written beside its bar
   */
  public record Value(double number, String text) {}

  /** Draws it. */
  public Picture picture() {
    return new Drawing().draw();
  }

  private final class Drawing {
    private final Canvas canvas = new Canvas();
    private final double thickness = series.size() == 1 ? ALONE : BAR;
    private final double labels =
        Math.min(
            MOST_OF_A_LABEL * Picture.WIDTH,
            rows.stream().mapToDouble(row -> Type.width(row.label, TEXT)).max().orElse(0));
    private final double texts =
        rows.stream()
            .flatMap(row -> row.values.stream())
            .mapToDouble(value -> Type.width(value.text, SMALL))
            .max()
            .orElse(0);
    private final double left = labels + 7;
    private final double room = Picture.WIDTH - left - texts - 5;
    private final double lowest = Math.min(0, extreme(Math::min));
    private final double scale = room / positive(Math.max(0, extreme(Math::max)) - lowest);
    private final double zero = left - lowest * scale;

    private double extreme(java.util.function.DoubleBinaryOperator which) {
      return rows.stream()
          .flatMap(row -> row.values.stream())
          .mapToDouble(Value::number)
          .reduce(which)
          .orElse(0);
    }

    private static double positive(double range) {
      return range <= 0 ? 1 : range;
    }

    private Picture draw() {
      double y = series.size() > 1 ? legend() : 2;
      double first = y;
      for (Row row : rows) {
        y = row(row, y);
      }
      canvas.line(zero, first - 2, zero, y - BETWEEN + 2, Palette.MUTED, 1);
      return new Picture(title, description, Picture.WIDTH, y, canvas.svg());
    }

    private double legend() {
      double x = 0;
      double y = SMALL;
      for (int i = 0; i < series.size(); i++) {
        double width = 22 + Type.width(series.get(i), TEXT);
        if (x > 0 && x + width > Picture.WIDTH) {
          x = 0;
          y += TEXT + 5;
        }
        canvas.box(new Box(x, y - SMALL + 1, SMALL, SMALL), Palette.series(i), 2, "");
        String name = Type.fit(series.get(i), TEXT, Picture.WIDTH - x - 15);
        canvas.text(x + 15, y, Font.plain(TEXT, Palette.INK), Anchor.START, name);
        x += width;
      }
      return y + 12;
    }

    private double row(Row row, double top) {
      double middle = top + series.size() * thickness / 2;
      canvas.text(
          labels,
          middle + TEXT / 3,
          Font.plain(TEXT, Palette.INK),
          Anchor.END,
          Type.fit(row.label, TEXT, labels + 0.01));
      double y = top;
      for (int i = 0; i < series.size(); i++) {
        bar(row, i, y);
        y += thickness;
      }
      return y + BETWEEN;
    }

    private void bar(Row row, int index, double y) {
      Value value = row.values.get(index);
      double end = zero + value.number * scale;
      String hint = row.label + ", " + series.get(index) + ": " + value.text;
      canvas.box(
          new Box(Math.min(zero, end), y + 0.5, Math.abs(end - zero), thickness - 1),
          Palette.series(index),
          1,
          hint);
      canvas.text(
          Math.max(zero, end) + 4,
          y + thickness / 2 + SMALL / 3,
          Font.plain(SMALL, Palette.INK),
          Anchor.START,
          value.text);
    }
  }
}
