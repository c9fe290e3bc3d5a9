package dev.homeport.analytics.cohort.rest;

import java.util.Locale;

/**
 * A picture that is being drawn. It has a title and a description for those who do not see it, no
 * scripts, and colours of its own, so that it looks the same on light and dark pages and on paper.
 */
final class Svg {
  private static final String INK = "#1f2937";
  private static final String QUIET = "#4b5563";

  private final StringBuilder text = new StringBuilder(4_096);

  Svg(int width, int height, String title, String description) {
    text.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" \
        role="img" aria-labelledby="title desc" font-family="system-ui, sans-serif" font-size="12">
        <title id="title">%s</title>
        <desc id="desc">%s</desc>
        """
            .formatted(width, height, width, height, escaped(title), escaped(description)));
    rectangle(0, 0, width, height, "#ffffff");
    label(16, 26, "start", title, INK, 16);
  }

  Svg rectangle(double x, double y, double width, double height, String colour) {
    text.append(
        format(
            "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>\n",
            x, y, width, height, colour));
    return this;
  }

  /** A field of a table with what it says when pointed at. */
  Svg field(double x, double y, double width, double height, String colour, String told) {
    text.append(
        format(
            "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\""
                + " stroke=\"#ffffff\"><title>%s</title></rect>\n",
            x, y, width, height, colour, escaped(told)));
    return this;
  }

  Svg text(double x, double y, String anchor, String words) {
    return label(x, y, anchor, words, QUIET, 12);
  }

  Svg label(double x, double y, String anchor, String words, String colour, int size) {
    text.append(
        format(
            "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\" font-size=\"%d\">%s</text>\n",
            x, y, anchor, colour, size, escaped(words)));
    return this;
  }

  Svg line(double x1, double y1, double x2, double y2, String colour) {
    text.append(
        format(
            "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>\n",
            x1, y1, x2, y2, colour));
    return this;
  }

  /** A path as SVG writes it. */
  Svg path(String path, String fill, String stroke) {
    text.append(
        format(
            "<path d=\"%s\" fill=\"%s\" stroke=\"%s\" stroke-width=\"2\"/>\n", path, fill, stroke));
    return this;
  }

  String end() {
    return text + "</svg>\n";
  }

  static String format(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }

  private static String escaped(String words) {
    return words
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
