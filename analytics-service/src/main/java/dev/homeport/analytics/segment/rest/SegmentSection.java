package dev.homeport.analytics.segment.rest;

import dev.homeport.analytics.report.Content;
import dev.homeport.analytics.report.Days;
import dev.homeport.analytics.report.Figure;
import dev.homeport.analytics.report.Section;
import dev.homeport.analytics.report.Sentence;
import dev.homeport.analytics.report.Viewpoint;
import dev.homeport.analytics.segment.Segment;
import dev.homeport.analytics.segment.Segments;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The segments as they are now: the figures of {@code GET /v1/segments}, and of the {@code history}
 * of each for the last thirty days. Of a past day nothing is told, as segments of today need not
 * have been there.
 */
@ApplicationScoped
class SegmentSection implements Section {
  private static final int DAYS = 30;
  private static final int MOST = 12;

  private final Segments segments;

  SegmentSection(Segments segments) {
    this.segments = segments;
  }

  @Override
  public int order() {
    return 50;
  }

  @Override
  public Optional<Content> content(Viewpoint viewpoint) {
    if (viewpoint.past().isPresent()) {
      return Optional.empty();
    }
    List<Segment> all =
        segments.list("", Segment.MOST).stream()
            .sorted(Comparator.comparingLong(Segment::size).reversed())
            .toList();
    return all.isEmpty() ? Optional.empty() : Optional.of(content(all, viewpoint.today()));
  }

  private Content content(List<Segment> all, LocalDate today) {
    LocalDate first = today.minusDays(DAYS);
    List<Segment> shown = all.subList(0, Math.min(MOST, all.size()));
    return new Content(
        "segments",
        "Your segments",
        List.of(),
        List.of(),
        List.of(),
        lead(all, shown.size(), first),
        List.of(
            SegmentsExhibit.of(
                shown.stream()
                    .map(
                        segment ->
                            new SegmentsExhibit.Line(segment, segments.days(segment, first, today)))
                    .toList())));
  }

  private static List<Sentence> lead(List<Segment> all, int shown, LocalDate first) {
    var lead = new ArrayList<Sentence>();
    lead.add(
        Sentence.of(
            "How many customers are in the groups that you have defined, and how often one entered"
                + " or left since {}.",
            Figure.name(Days.said(first))));
    if (all.size() > shown) {
      lead.add(
          Sentence.of(
              "{} with fewer customers are not shown.",
              Figure.of(all.size() - shown, "segment", "segments")));
    }
    long unsettled = all.stream().filter(segment -> !segment.settled()).count();
    if (unsettled > 0) {
      lead.add(
          Sentence.of(
              "Of {} not everybody has been looked at yet.",
              Figure.of(unsettled, "segment", "segments")));
    }
    return lead;
  }
}
