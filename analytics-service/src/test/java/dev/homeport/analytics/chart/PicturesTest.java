package dev.homeport.analytics.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** Pictures of many shapes, read back. */
class PicturesTest {
  private static final String[] NAMES = {
    "Champions",
    "Can't Lose Them",
    "<b>Ümlaut & Söhne</b>",
    "Potential Loyalist",
    "顧客",
    "x",
    "a very long name of a group that somebody has thought of",
    "R&D \"quoted\"",
    "bell\u0007"
  };

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);

  @Test
  void heat_maps_show_every_value_and_are_tidy() {
    System.out.println("PicturesTest heat maps seed " + seed);
    for (int i = 0; i < 60; i++) {
      int rows = 1 + random.nextInt(13);
      int columns = 1 + random.nextInt(13);
      boolean noted = columns <= 5 && random.nextBoolean();
      var cells = new ArrayList<List<HeatMap.Cell>>();
      for (int row = 0; row < rows; row++) {
        cells.add(IntStream.range(0, columns).mapToObj(_ -> cell(noted)).toList());
      }
      var map =
          new HeatMap(
              name(),
              name(),
              new HeatMap.Axis(random.nextBoolean() ? "R" : "", names(rows)),
              new HeatMap.Axis(random.nextBoolean() ? "FM" : "", names(columns)),
              cells,
              " customers");

      Drawn drawn = Drawn.of(map.picture());

      List<HeatMap.Cell> shown =
          cells.stream().flatMap(List::stream).filter(HeatMap.Cell::present).toList();
      assertThat(drawn.texts())
          .containsAll(shown.stream().map(HeatMap.Cell::shown).distinct().toList());
      assertThat(drawn.hints()).containsAll(shown.stream().map(HeatMap.Cell::hint).toList());
      drawn.isTidy();
      inBothForms(map.picture());
    }
  }

  @Test
  void what_is_not_over_has_a_star_that_its_scale_has_not() {
    var half = new HeatMap.Cell(38, "38", "", "38 so far", true);
    var map =
        new HeatMap(
            "T",
            "D",
            new HeatMap.Axis("", List.of("Nov")),
            new HeatMap.Axis("", List.of("1")),
            List.of(List.of(half)),
            "% ordered again");

    assertThat(Drawn.of(map.picture()).texts()).contains("38*", "38% ordered again");
  }

  @Test
  void bars_show_every_value_and_are_as_long_as_it() {
    System.out.println("PicturesTest bars seed " + seed);
    for (int i = 0; i < 60; i++) {
      int series = 1 + random.nextInt(3);
      var rows = new ArrayList<Bars.Row>();
      for (int row = random.nextInt(12); row >= 0; row--) {
        var values = new ArrayList<Bars.Value>();
        for (int s = 0; s < series; s++) {
          double number = random.nextInt(5) == 0 ? 0 : random.nextGaussian() * 1e4 + 2e4;
          values.add(new Bars.Value(number, Numbers.brief(number)));
        }
        rows.add(new Bars.Row(name(), values));
      }
      var bars = new Bars(name(), name(), names(series), rows);

      Drawn drawn = Drawn.of(bars.picture());

      rows.stream()
          .flatMap(row -> row.values().stream())
          .forEach(value -> assertThat(drawn.texts()).contains(value.text()));
      drawn.isTidy();
      proportional(rows, drawn);
      inBothForms(bars.picture());
    }
  }

  private static void proportional(List<Bars.Row> rows, Drawn drawn) {
    List<Double> numbers =
        rows.stream().flatMap(row -> row.values().stream()).map(Bars.Value::number).toList();
    List<Double> lengths =
        drawn.all("rect").stream()
            .filter(rect -> rect.getElementsByTagName("title").getLength() == 1)
            .map(rect -> Drawn.number(rect, "width"))
            .toList();
    double most = numbers.stream().mapToDouble(Math::abs).max().orElse(0);
    double longest = lengths.stream().mapToDouble(n -> n).max().orElse(0);
    for (int i = 0; i < numbers.size(); i++) {
      double expected = most == 0 ? 0 : longest * Math.abs(numbers.get(i)) / most;
      assertThat(lengths.get(i)).isCloseTo(expected, org.assertj.core.data.Offset.offset(0.02));
    }
  }

  @Test
  void lines_tell_every_value_and_are_tidy() {
    System.out.println("PicturesTest lines seed " + seed);
    for (int i = 0; i < 60; i++) {
      int steps = 1 + random.nextInt(24);
      double scale = Math.pow(10, random.nextInt(9) - 2);
      var series = new ArrayList<Lines.Series>();
      for (int s = random.nextInt(4); s >= 0; s--) {
        series.add(
            new Lines.Series(
                name(),
                IntStream.range(0, 1 + random.nextInt(steps))
                    .mapToObj(_ -> random.nextGaussian() * scale)
                    .map(number -> new Lines.Value(number, "value " + number))
                    .toList()));
      }
      List<String> labels = IntStream.range(0, steps).mapToObj(n -> "month " + n).toList();
      var lines = new Lines(name(), name(), "months", "net per customer", labels, series);

      Drawn drawn = Drawn.of(lines.picture());

      String hints = String.join("\n", drawn.hints());
      series.stream()
          .flatMap(line -> line.values().stream())
          .forEach(value -> assertThat(hints).contains(value.text()));
      drawn.isTidy();
      inBothForms(lines.picture());
    }
  }

  @Test
  void curves_go_step_by_step() {
    var curve =
        new StepCurve(
            "Who is not back yet",
            "Half are back within 20 days.",
            "days since the first order",
            "not back yet",
            1,
            100,
            List.of(
                new StepCurve.Step(10, 0.75, 0.7, 0.8),
                new StepCurve.Step(20, 0.5, 0.45, 0.55),
                new StepCurve.Step(200, 0.25, 0.2, 0.3)));

    Drawn drawn = Drawn.of(curve.picture());

    String[] corners = drawn.all("polyline").getFirst().getAttribute("points").split(" ", -1);
    assertThat(corners).hasSize(6);
    assertThat(corners[5].substring(corners[5].indexOf(',')))
        .isEqualTo("," + Canvas.plain(22 + 170 * 0.5));
    assertThat(drawn.texts()).contains("0%", "50%", "100%", "0", "20", "100");
    drawn.isTidy();
    inBothForms(curve.picture());
  }

  @Test
  void nothing_at_all_is_a_picture_too() {
    Drawn.of(new Bars("none", "", List.of("a"), List.of()).picture()).isTidy();
    Drawn.of(new Lines("none", "", "x", "y", List.of(), List.of()).picture()).isTidy();
    var axis = new HeatMap.Axis("", List.of());
    Drawn.of(new HeatMap("none", "", axis, axis, List.of(), " things").picture()).isTidy();
  }

  /** As part of a page it brings no style along; as a file it has all that it needs. */
  private static void inBothForms(Picture picture) {
    Element svg = Drawn.parse(picture.element("some-picture"));
    assertThat(svg.getAttribute("role")).isEqualTo("img");
    assertThat(svg.getAttribute("aria-labelledby"))
        .isEqualTo("some-picture-title some-picture-description");
    assertThat(svg.getElementsByTagName("style").getLength()).isZero();
    Element file = Drawn.parse(picture.document());
    assertThat(file.getAttribute("xmlns")).isEqualTo("http://www.w3.org/2000/svg");
    assertThat(file.getElementsByTagName("style").getLength()).isOne();
    assertThat(file.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo(picture.title());
    assertThat(picture.document()).doesNotContain("<script", "href", "url(");
  }

  private HeatMap.Cell cell(boolean noted) {
    if (random.nextInt(8) == 0) {
      return HeatMap.Cell.NONE;
    }
    double number = Math.rint(Math.pow(10, random.nextDouble() * 7));
    String text = Numbers.brief(number);
    String note = noted ? "Can't Lose Them" : "";
    return new HeatMap.Cell(number, text, note, "cell of " + number, random.nextInt(4) == 0);
  }

  private List<String> names(int count) {
    return IntStream.range(0, count).mapToObj(_ -> name()).toList();
  }

  private String name() {
    return NAMES[random.nextInt(NAMES.length)].replace("\u0007", "");
  }
}
