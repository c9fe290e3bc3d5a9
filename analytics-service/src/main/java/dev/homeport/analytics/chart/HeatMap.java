package dev.homeport.analytics.chart;

import dev.homeport.analytics.chart.Canvas.Anchor;
import dev.homeport.analytics.chart.Canvas.Box;
import dev.homeport.analytics.chart.Canvas.Font;
import java.util.Comparator;
import java.util.List;

/**
 * Values in rows and columns; the more, the stronger the colour.
 *
 * @param title what it shows
 * @param description what there is to see in it
 * @param rows from the top
 * @param columns from the left
 * @param cells row by row, each with one for every column, or {@link Cell#NONE}
 * @param unit what follows the highest value in the scale, with a blank where one belongs
 */
public record HeatMap(
    String title,
    String description,
    Axis rows,
    Axis columns,
    List<List<Cell>> cells,
    String unit) {

  private static final double GAP = 1.5;
  private static final double LABEL = 10;
  private static final double NOTE = 9;
  private static final double LARGEST = 12;
  private static final double READABLE = 9;
  private static final double SMALLEST = 7;
  private static final double LOW = 24;
  private static final double HIGH = 44;
  private static final double AXIS = 16;
  private static final double SCALE = 34;
  private static final double MOST_OF_A_LABEL = 0.3;
  private static final double TALLEST_LABEL = 96;

  public HeatMap {
    cells = cells.stream().map(List::copyOf).toList();
    if (cells.size() != rows.labels.size()
        || cells.stream().anyMatch(row -> row.size() != columns.labels.size())) {
      throw new IllegalArgumentException("Every row has a cell for every column");
    }
  }

  /**
   * One direction.
   *
   * @param name what the labels are values of; may be empty
   */
  public record Axis(String name, List<String> labels) {

    public Axis {
      labels = List.copyOf(labels);
    }

    double longest(double size) {
      return labels.stream().mapToDouble(label -> Type.width(label, size)).max().orElse(0);
    }
  }

  /**
   * One field.
   *
   * @param value decides the colour
   * @param text the value as it is written there, in a few characters
   * @param note a word or two below it, else empty
   * @param hint the whole truth, in a sentence
   * @param unfinished whether more is still to come, which a star says
   */
  public record Cell(double value, String text, String note, String hint, boolean unfinished) {

    /** Where there is nothing to know yet. */
    public static final Cell NONE = new Cell(Double.NaN, "", "", "");

    /** A field of which everything is known. */
    public Cell(double value, String text, String note, String hint) {
      this(value, text, note, hint, false);
    }

    String shown() {
      return unfinished ? text + "*" : text;
    }

    boolean present() {
      return !Double.isNaN(value);
    }
  }

  /** Draws it. */
  public Picture picture() {
    return new Drawing().draw();
  }

  private double highest() {
    return cells.stream()
        .flatMap(List::stream)
        .filter(Cell::present)
        .mapToDouble(Cell::value)
        .max()
        .orElse(0);
  }

  private String mostText() {
    return cells.stream()
        .flatMap(List::stream)
        .filter(cell -> cell.value > 0)
        .max(Comparator.comparingDouble(Cell::value))
        .map(cell -> cell.text + unit)
        .orElse("");
  }

  private final class Drawing {
    private final Canvas canvas = new Canvas();
    private final double highest = highest();
    private final boolean noted =
        cells.stream().flatMap(List::stream).anyMatch(cell -> !cell.note.isEmpty());
    private final double left = leftOfCells();
    private final double width = widthOfColumn();
    private final double right = Math.max(Picture.WIDTH, left + columns.labels.size() * width);
    private final double height = noted ? HIGH : LOW;
    private final double usual = usual();
    private final boolean turned = columns.longest(LABEL) > width - GAP;
    private final double top =
        (columns.name.isEmpty() ? 0 : AXIS)
            + (turned ? Math.min(TALLEST_LABEL, columns.longest(LABEL)) : LABEL)
            + 6;

    private double leftOfCells() {
      double most = MOST_OF_A_LABEL * Picture.WIDTH;
      return (rows.name.isEmpty() ? 0 : AXIS) + Math.min(most, rows.longest(LABEL)) + 5;
    }

    /** With many columns the picture gets wider, before texts get in each other's way. */
    private double widthOfColumn() {
      double least =
          cells.stream()
              .flatMap(List::stream)
              .mapToDouble(cell -> room(cell, SMALLEST))
              .max()
              .orElse(0);
      double room = (Picture.WIDTH - left) / Math.max(1, columns.labels.size());
      return Math.max(room, least + GAP);
    }

    /** One size for all of them, but where only a few are long. */
    private double usual() {
      return cells.stream()
          .flatMap(List::stream)
          .mapToDouble(this::fitting)
          .map(size -> Math.max(size, READABLE))
          .min()
          .orElse(LARGEST);
    }

    private double fitting(Cell cell) {
      return Math.clamp((width - GAP) / room(cell, 1), SMALLEST, LARGEST);
    }

    /** What the value takes with a little air, in bold where notes stand below the values. */
    private double room(Cell cell, double size) {
      String text = cell.shown() + ".";
      return noted ? Type.boldWidth(text, size) : Type.width(text, size);
    }

    private Picture draw() {
      double bottom = top + cells.size() * height;
      names(bottom);
      labels();
      for (int row = 0; row < cells.size(); row++) {
        for (int column = 0; column < columns.labels.size(); column++) {
          Cell cell = cells.get(row).get(column);
          if (cell.present()) {
            cell(cell, box(row, column));
          }
        }
      }
      scale(bottom + 10);
      return new Picture(title, description, right, bottom + SCALE, canvas.svg());
    }

    private Box box(int row, int column) {
      return new Box(left + column * width, top + row * height, width - GAP, height - GAP);
    }

    private void names(double bottom) {
      Font font = Font.plain(LABEL, Palette.MUTED);
      canvas.text(
          (left + right) / 2,
          LABEL,
          font,
          Anchor.MIDDLE,
          Type.fit(columns.name, LABEL, right - left));
      canvas.text(
          LABEL,
          (top + bottom) / 2,
          font,
          Anchor.MIDDLE,
          Type.fit(rows.name, LABEL, bottom - top),
          -90);
    }

    private void labels() {
      Font font = Font.plain(LABEL, Palette.INK);
      double room = left - 5 - (rows.name.isEmpty() ? 0 : AXIS);
      for (int row = 0; row < cells.size(); row++) {
        double y = top + (row + 0.5) * height + LABEL / 3;
        canvas.text(
            left - 5, y, font, Anchor.END, Type.fit(rows.labels.get(row), LABEL, room + 0.01));
      }
      for (int column = 0; column < columns.labels.size(); column++) {
        String label = columns.labels.get(column);
        double x = left + (column + 0.5) * width;
        if (turned) {
          String shown = Type.fit(label, LABEL, TALLEST_LABEL);
          canvas.text(x + LABEL / 3, top - 5, font, Anchor.START, shown, -90);
        } else {
          canvas.text(x, top - 5, font, Anchor.MIDDLE, label);
        }
      }
    }

    private void cell(Cell cell, Box box) {
      Palette.Tone tone = Palette.tone(cell.value, highest);
      canvas.box(box, tone.fill(), 2, cell.hint);
      double size = Math.min(usual, fitting(cell));
      var font = new Font(size, tone.text(), noted);
      List<String> note = Type.wrap(cell.note, NOTE, box.width() - 2, 2);
      double y = box.y() + box.height() / 2 + size / 3 - note.size() * (NOTE + 1) / 2;
      canvas.text(box.middle(), y, font, Anchor.MIDDLE, cell.shown());
      Font small = Font.plain(NOTE, tone.text());
      for (String line : note) {
        y += NOTE + 1;
        canvas.text(box.middle(), y, small, Anchor.MIDDLE, line);
      }
    }

    private void scale(double y) {
      double step = 20;
      Font font = Font.plain(LABEL, Palette.MUTED);
      String most = mostText();
      double needed = Type.width("0 " + most, LABEL) + step * Palette.TONES.size() + 6;
      double x = Math.max(0, Math.min(left, Picture.WIDTH - needed));
      canvas.text(x, y + LABEL, font, Anchor.START, "0");
      x += Type.width("0 ", LABEL);
      for (Palette.Tone tone : Palette.TONES) {
        canvas.box(new Box(x, y, step, LABEL + 2), tone.fill(), 0, "");
        x += step;
      }
      canvas.text(
          x + 5, y + LABEL, font, Anchor.START, Type.fit(most, LABEL, Picture.WIDTH - x - 5));
    }
  }
}
