package dev.homeport.analytics.rfm.rest;

import java.util.List;
import java.util.Locale;

/**
 * A table whose cells are shaded by how many customers are in them, as SVG: no scripts, no fonts of
 * its own, readable on paper and on dark and light pages.
 *
 * @param title what it shows
 * @param description the same in a sentence or two, for those who cannot see it
 * @param columns the headings of the columns
 * @param rows from the top
 * @param width of a cell, in units
 */
record HeatMap(String title, String description, List<String> columns, List<Row> rows, int width) {
  private static final int HEIGHT = 44;
  private static final int LABEL = 150;
  private static final int TOP = 72;
  private static final int LINE = 16;
  private static final int MARGIN = 16;

  /** A line of the table. */
  record Row(String label, List<Field> fields) {}

  /**
   * One cell.
   *
   * @param customers how many, which is its shade
   * @param text below the number; empty for none
   * @param tip what is said of it in full
   */
  record Field(long customers, String text, String tip) {}

  String svg() {
    int across = LABEL + columns.size() * width + 2 * MARGIN;
    int down = TOP + rows.size() * HEIGHT + MARGIN;
    var out = new StringBuilder();
    out.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" \
        role="img" aria-labelledby="title desc" font-family="system-ui, sans-serif" font-size="12">
        <title id="title">%s</title>
        <desc id="desc">%s</desc>
        <rect width="%d" height="%d" fill="#ffffff"/>
        <text x="%d" y="26" font-size="15" font-weight="600" fill="#1c2330">%s</text>
        """
            .formatted(
                across,
                down,
                across,
                down,
                escape(title),
                escape(description),
                across,
                down,
                MARGIN,
                escape(title)));
    for (int column = 0; column < columns.size(); column++) {
      text(out, left(column) + width / 2, TOP - 10, "middle", "#4a5364", columns.get(column));
    }
    for (int row = 0; row < rows.size(); row++) {
      row(out, rows.get(row), TOP + row * HEIGHT);
    }
    return out.append("</svg>\n").toString();
  }

  private void row(StringBuilder out, Row row, int top) {
    text(out, MARGIN + LABEL - 10, top + HEIGHT / 2 + 4, "end", "#4a5364", row.label());
    for (int column = 0; column < row.fields().size(); column++) {
      field(out, row.fields().get(column), left(column), top);
    }
  }

  private void field(StringBuilder out, Field field, int left, int top) {
    double share = Math.sqrt((double) field.customers() / Math.max(1, most()));
    String ink = share > 0.68 ? "#ffffff" : "#1c2330";
    out.append(
        "<g><title>%s</title><rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>"
            .formatted(
                escape(field.tip()), left + 1, top + 1, width - 2, HEIGHT - 2, shade(share)));
    int middle = top + HEIGHT / 2 + (field.text().isEmpty() ? 4 : -2);
    if (field.customers() > 0 || !field.text().isEmpty()) {
      text(
          out,
          left + width / 2,
          middle,
          "middle",
          ink,
          String.format(Locale.ROOT, "%,d", field.customers()).replace(',', '\u202f'));
    }
    if (!field.text().isEmpty()) {
      text(out, left + width / 2, middle + LINE, "middle", ink, field.text());
    }
    out.append("</g>\n");
  }

  private int left(int column) {
    return MARGIN + LABEL + column * width;
  }

  private long most() {
    return rows.stream()
        .flatMap(row -> row.fields().stream())
        .mapToLong(Field::customers)
        .max()
        .orElse(0);
  }

  /** From nearly white to dark blue. */
  private static String shade(double share) {
    return String.format(
        Locale.ROOT,
        "#%02x%02x%02x",
        between(0xf1, 0x0b, share),
        between(0xf4, 0x4a, share),
        between(0xf8, 0x8f, share));
  }

  private static int between(int light, int dark, double share) {
    return (int) Math.round(light + (dark - light) * share);
  }

  private static void text(
      StringBuilder out, int x, int y, String anchor, String ink, String text) {
    out.append(
        "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" fill=\"%s\">%s</text>"
            .formatted(x, y, anchor, ink, escape(text)));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
