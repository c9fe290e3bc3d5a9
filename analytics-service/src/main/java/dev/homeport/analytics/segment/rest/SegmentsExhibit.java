package dev.homeport.analytics.segment.rest;

import dev.homeport.analytics.chart.Bars;
import dev.homeport.analytics.chart.Numbers;
import dev.homeport.analytics.report.Exhibit;
import dev.homeport.analytics.report.Figure;
import dev.homeport.analytics.report.Table;
import dev.homeport.analytics.report.Table.Row;
import dev.homeport.analytics.segment.Segment;
import dev.homeport.analytics.segment.Segments.Day;
import java.util.List;
import java.util.function.ToLongFunction;

/** Segments side by side. */
final class SegmentsExhibit {
  private static final String TITLE = "Segments: how many customers are in them";
  private static final String DESCRIPTION =
      "A bar for each segment, as long as it has customers, the largest first.";

  private SegmentsExhibit() {}

  /**
   * A segment.
   *
   * @param days on which somebody entered or left
   */
  record Line(Segment segment, List<Day> days) {

    private Figure sum(ToLongFunction<Day> what) {
      return Figure.of(days.stream().mapToLong(what).sum());
    }
  }

  static Exhibit of(List<Line> lines) {
    return new Exhibit(
        "segments-sizes",
        TITLE,
        new Bars(
                TITLE,
                DESCRIPTION,
                List.of("customers"),
                lines.stream().map(SegmentsExhibit::bar).toList())
            .picture(),
        new Table(
            "Segment",
            List.of("Customers", "Entered", "Left"),
            lines.stream().map(SegmentsExhibit::row).toList()));
  }

  private static Bars.Row bar(Line line) {
    double size = line.segment().size();
    return new Bars.Row(line.segment().name(), List.of(new Bars.Value(size, Numbers.brief(size))));
  }

  private static Row row(Line line) {
    return Row.of(
        line.segment().name(),
        Figure.of(line.segment().size()),
        line.sum(Day::entered),
        line.sum(Day::left));
  }
}
