package dev.homeport.system.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** Small line charts as SVG. */
final class Chart {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 320;
  private static final int LEFT = 70;
  private static final int TOP = 40;
  private static final int PLOT_WIDTH = 380;
  private static final int PLOT_HEIGHT = 230;
  private static final int GRID_LINES = 4;
  private static final int LEGEND_PACE = 20;
  private static final List<String> COLOURS =
      List.of("#1f6f8b", "#d1495b", "#edae49", "#5b8e7d", "#6d597a", "#333333");
  private static final double[] PERCENTILES = {0, 25, 50, 75, 90, 95, 99, 99.5, 99.9};

  private final StringBuilder svg = new StringBuilder();
  private final List<String> columns;
  private final double highest;
  private int series;

  private Chart(String title, List<String> columns, double highest) {
    this.columns = columns;
    this.highest = highest <= 0 ? 1 : highest;
    append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
            + " font-size=\"12\"><rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>",
        WIDTH, HEIGHT);
    append("<text x=\"%d\" y=\"20\" font-size=\"14\">%s</text>", LEFT, title);
    grid();
  }

  /** Milliseconds at each percentile. */
  static void latencies(Path file, String title, Map<String, Histogram> histograms) {
    var lines = new ArrayList<List<Double>>();
    for (Histogram histogram : histograms.values()) {
      var line = new ArrayList<Double>();
      for (double percentile : PERCENTILES) {
        line.add(Latencies.millis(histogram, percentile));
      }
      lines.add(line);
    }
    var columns = new ArrayList<String>();
    for (double percentile : PERCENTILES) {
      columns.add("p" + (percentile % 1 == 0 ? Integer.toString((int) percentile) : percentile));
    }
    draw(file, title + ", ms", columns, List.copyOf(histograms.keySet()), lines);
  }

  /** A figure of each round. */
  static void rounds(Path file, String title, Map<String, Rounds> figures) {
    int most = figures.values().stream().mapToInt(figure -> figure.values().size()).max().orElse(0);
    var columns = new ArrayList<String>();
    for (int round = 1; round <= most; round++) {
      columns.add("round " + round);
    }
    draw(
        file,
        title,
        columns,
        List.copyOf(figures.keySet()),
        figures.values().stream().map(Rounds::values).toList());
  }

  private static void draw(
      Path file,
      String title,
      List<String> columns,
      List<String> names,
      List<? extends List<Double>> lines) {
    double highest =
        lines.stream().flatMap(List::stream).mapToDouble(Double::doubleValue).max().orElse(1);
    var chart = new Chart(title, columns, highest);
    for (int i = 0; i < names.size(); i++) {
      chart.line(names.get(i), lines.get(i));
    }
    try {
      Files.writeString(file, chart.svg.append("</svg>\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void grid() {
    for (int i = 0; i <= GRID_LINES; i++) {
      double value = highest * i / GRID_LINES;
      append(
          "<path d=\"M%d %.1fh%d\" stroke=\"#ddd\"/><text x=\"%d\" y=\"%.1f\""
              + " text-anchor=\"end\">%s</text>",
          LEFT,
          y(value),
          PLOT_WIDTH,
          LEFT - 6,
          y(value) + 4,
          String.format(Locale.ROOT, highest < 10 ? "%.2f" : "%,.0f", value));
    }
    for (int i = 0; i < columns.size(); i++) {
      append(
          "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>",
          x(i), TOP + PLOT_HEIGHT + 20, columns.get(i));
    }
  }

  private void line(String name, List<Double> values) {
    String colour = COLOURS.get(series % COLOURS.size());
    var points = new StringBuilder();
    for (int i = 0; i < values.size(); i++) {
      points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(i), y(values.get(i))));
      append(
          "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"2.5\" fill=\"%s\"/>",
          x(i), y(values.get(i)), colour);
    }
    append(
        "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>",
        points.toString().strip(), colour);
    append(
        "<text x=\"%d\" y=\"%d\" fill=\"%s\">%s</text>",
        LEFT + PLOT_WIDTH + 12, TOP + 10 + series * LEGEND_PACE, colour, name);
    series++;
  }

  private double x(int column) {
    return LEFT + PLOT_WIDTH * (column + 0.5) / Math.max(1, columns.size());
  }

  private double y(double value) {
    return TOP + PLOT_HEIGHT * (1 - value / highest);
  }

  private void append(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
