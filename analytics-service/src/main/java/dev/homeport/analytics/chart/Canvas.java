package dev.homeport.analytics.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;

/** Collects the parts of a picture. Text and attributes are escaped here. */
final class Canvas {
  private final StringBuilder out = new StringBuilder();

  /** Where text stands in relation to its point. */
  enum Anchor {
    START("start"),
    MIDDLE("middle"),
    END("end");

    private final String word;

    Anchor(String word) {
      this.word = word;
    }
  }

  /** The upper left corner, and how large. */
  record Box(double x, double y, double width, double height) {

    double middle() {
      return x + width / 2;
    }
  }

  /** How text looks. */
  record Font(double size, Colour colour, boolean bold) {

    static Font plain(double size, Colour colour) {
      return new Font(size, colour, false);
    }
  }

  /** A filled rectangle; the hint shows where a pointer rests on it. */
  Canvas box(Box box, Colour fill, double rounded, String hint) {
    out.append("<rect").append(fill.as("fill"));
    number("x", box.x).number("y", box.y).number("width", box.width).number("height", box.height);
    if (rounded > 0) {
      number("rx", rounded);
    }
    return hinted("rect", hint);
  }

  Canvas text(double x, double y, Font font, Anchor anchor, String text) {
    return text(x, y, font, anchor, text, 0);
  }

  /**
   * One line of text.
   *
   * @param y of the line that the letters stand on
   * @param degrees how far it is turned around its point
   */
  Canvas text(double x, double y, Font font, Anchor anchor, String text, int degrees) {
    if (text.isBlank()) {
      return this;
    }
    out.append("<text").append(font.colour.as("fill"));
    number("x", x).number("y", y).number("font-size", font.size);
    if (anchor != Anchor.START) {
      attribute("text-anchor", anchor.word);
    }
    if (font.bold) {
      attribute("font-weight", "600");
    }
    if (degrees != 0) {
      attribute("transform", "rotate(%d %s %s)".formatted(degrees, plain(x), plain(y)));
    }
    out.append('>').append(Xml.escape(text)).append("</text>");
    return this;
  }

  Canvas line(double x1, double y1, double x2, double y2, Colour stroke, double width) {
    out.append("<line").append(stroke.as("stroke"));
    number("x1", x1).number("y1", y1).number("x2", x2).number("y2", y2);
    return number("stroke-width", width).end();
  }

  /**
   * A line through points.
   *
   * @param dashes how long strokes and gaps are; empty for none
   */
  Canvas path(List<Point> points, Colour stroke, String dashes) {
    out.append("<polyline").append(stroke.as("stroke"));
    attribute("points", way(points)).attribute("fill", "none").number("stroke-width", 2);
    attribute("stroke-linejoin", "round");
    return dashes.isEmpty() ? end() : attribute("stroke-dasharray", dashes).end();
  }

  /** A filled area within a line through points. */
  Canvas area(List<Point> points, Colour fill) {
    out.append("<polygon").append(fill.as("fill"));
    return attribute("points", way(points)).end();
  }

  private static String way(List<Point> points) {
    return points.stream()
        .map(point -> plain(point.x) + ',' + plain(point.y))
        .collect(Collectors.joining(" "));
  }

  Canvas dot(Point at, Colour fill, String hint) {
    out.append("<circle").append(fill.as("fill"));
    number("cx", at.x).number("cy", at.y).number("r", 2.75);
    return hinted("circle", hint);
  }

  /** Where something is. */
  record Point(double x, double y) {}

  String svg() {
    return out.toString();
  }

  private Canvas hinted(String element, String hint) {
    if (hint.isEmpty()) {
      return end();
    }
    out.append("><title>").append(Xml.escape(hint)).append("</title></");
    out.append(element).append('>');
    return this;
  }

  private Canvas end() {
    out.append("/>");
    return this;
  }

  private Canvas number(String name, double value) {
    return attribute(name, plain(value));
  }

  private Canvas attribute(String name, String value) {
    out.append(' ').append(name).append("=\"").append(Xml.escape(value)).append('"');
    return this;
  }

  /** With at most two decimals. */
  static String plain(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
