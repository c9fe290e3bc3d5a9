package dev.homeport.analytics.segment.rest;

import dev.homeport.analytics.AnalyticsProblem;
import dev.homeport.analytics.segment.Segment;
import dev.homeport.analytics.segment.SegmentKind;
import dev.homeport.analytics.segment.Segments;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;

/** Finds the segment that a path names. */
@ApplicationScoped
class Found {
  private final Segments segments;

  Found(Segments segments) {
    this.segments = segments;
  }

  /**
   * @throws Problem 404 when there is none
   */
  Segment segment(String key) {
    return segments.find(key).orElseThrow(() -> Problem.of(CommonProblem.NOT_FOUND));
  }

  /**
   * A static one, locked.
   *
   * @throws Problem 409 when its members follow from an expression
   */
  Segment list(String key) {
    Segment segment = segments.lock(key).orElseThrow(() -> Problem.of(CommonProblem.NOT_FOUND));
    if (segment.kind() != SegmentKind.STATIC) {
      throw Problem.of(AnalyticsProblem.SEGMENT_NOT_STATIC);
    }
    return segment;
  }
}
