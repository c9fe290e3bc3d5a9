package dev.homeport.analytics.segment.rest;

import dev.homeport.analytics.segment.Segment;
import dev.homeport.analytics.segment.Segments;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import dev.homeport.platform.tenant.CurrentTenant;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How a segment has fared. */
@Path("/v1/segments/{key}/history")
@Tag(name = "Segments")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class SegmentHistoryResource {
  private static final int MOST_DAYS = 366;
  private static final int MOST_VERSIONS = 100;

  private final Segments segments;
  private final Found found;
  private final CurrentTenant tenant;
  private final Clock clock;

  SegmentHistoryResource(Segments segments, Found found, CurrentTenant tenant, Clock clock) {
    this.segments = segments;
    this.found = found;
    this.tenant = tenant;
    this.clock = clock;
  }

  @GET
  @Transactional
  @PermissionsAllowed("analytics:read")
  @Operation(
      operationId = "getSegmentHistory",
      summary = "See how a segment has fared",
      description =
          "The days on which somebody entered or left, up to 366 of them, and the definitions with who"
              + " gave them, up to the newest 100.")
  @APIResponse(
      responseCode = "200",
      description = "The history.",
      content =
          @Content(
              schema = @Schema(implementation = HistoryView.class),
              examples = @ExampleObject(name = "a day", value = SegmentExamples.HISTORY)))
  public HistoryView get(
      @Parameter(description = "The segment.", example = "quiet-champions")
          @PathParam("key")
          @Size(max = 64)
          String key,
      @Parameter(
              description = "The first day; absent: 90 days before the last.",
              example = "2026-01-01")
          @QueryParam("from")
          @Nullable LocalDate from,
      @Parameter(description = "The last day; absent: today.", example = "2026-03-31")
          @QueryParam("to")
          @Nullable LocalDate to) {
    Segment segment = found.segment(key);
    LocalDate last =
        to == null ? LocalDate.ofInstant(clock.instant(), tenant.settings().timeZone()) : to;
    LocalDate first = from == null ? last.minusDays(90) : from;
    long days = ChronoUnit.DAYS.between(first, last);
    if (days < 0 || days >= MOST_DAYS) {
      throw Problem.of(CommonProblem.INVALID_PARAMETER)
          .in("from", "must be at most " + MOST_DAYS + " days before the last day");
    }
    return new HistoryView(
        key,
        first,
        last,
        segments.sizeBefore(segment, first),
        segments.days(segment, first, last).stream().map(HistoryView.DayView::of).toList(),
        segments.versions(segment, MOST_VERSIONS).stream()
            .map(HistoryView.VersionView::of)
            .toList());
  }
}
