package dev.homeport.analytics.segment.rest;

import dev.homeport.analytics.segment.Segments.Day;
import dev.homeport.analytics.segment.Segments.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a segment has fared.
 *
 * @param days those on which somebody entered or left
 * @param versions the definitions, the newest first
 */
@Schema(name = "SegmentHistory")
record HistoryView(
    @Schema(examples = "quiet-champions") String key,
    LocalDate from,
    LocalDate to,
    @Schema(description = "How large it was before the first day.", examples = "201")
        long sizeBefore,
    @Schema(maxItems = 366) List<DayView> days,
    @Schema(maxItems = 100) List<VersionView> versions) {

  /** A day. */
  @Schema(name = "SegmentDay")
  record DayView(
      LocalDate day,
      @Schema(description = "At the end of the day.", examples = "218") long size,
      @Schema(examples = "19") long entered,
      @Schema(examples = "2") long left) {

    static DayView of(Day day) {
      return new DayView(day.day(), day.size(), day.entered(), day.left());
    }
  }

  /** A definition. */
  @Schema(name = "SegmentVersion")
  record VersionView(
      @Schema(examples = "2") long version,
      String name,
      @Nullable String expression,
      Instant changedAt,
      String changedBy) {

    static VersionView of(Version version) {
      return new VersionView(
          version.version(),
          version.name(),
          version.expression(),
          version.changedAt(),
          version.changedBy());
    }
  }
}
