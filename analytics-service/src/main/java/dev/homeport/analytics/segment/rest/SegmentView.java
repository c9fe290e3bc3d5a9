package dev.homeport.analytics.segment.rest;

import dev.homeport.analytics.segment.Attribute;
import dev.homeport.analytics.segment.Compilation;
import dev.homeport.analytics.segment.Expressions;
import dev.homeport.analytics.segment.Segment;
import dev.homeport.analytics.segment.SegmentKind;
import dev.homeport.platform.id.Ids;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A segment as callers see it. */
@Schema(name = "Segment")
record SegmentView(
    @Schema(examples = "seg_01928c5e-6f50-7000-8000-000000000001") String id,
    @Schema(examples = "quiet-champions") String key,
    SegmentKind kind,
    String name,
    @Nullable String description,
    @Nullable String expression,
    @Schema(description = "The attributes that the expression names.") List<String> attributes,
    @Schema(description = "Whether it may answer otherwise on another day by itself.")
        boolean daily,
    @Schema(examples = "218") long size,
    @Schema(description = "Whether everybody has been looked at since the last definition.")
        boolean settled,
    @Schema(description = "Counts the definitions; the ETag.", examples = "2") long version,
    Instant createdAt,
    Instant changedAt,
    String changedBy) {

  static SegmentView of(Segment segment) {
    return new SegmentView(
        Ids.show(Segment.PREFIX, segment.id()),
        segment.key(),
        segment.kind(),
        segment.name(),
        segment.description(),
        segment.expression(),
        attributes(segment.expression()),
        segment.daily(),
        segment.size(),
        segment.settled(),
        segment.version(),
        segment.createdAt(),
        segment.changedAt(),
        segment.changedBy());
  }

  private static List<String> attributes(@Nullable String expression) {
    return expression != null && Expressions.compile(expression) instanceof Compilation.Sound sound
        ? sound.expression().attributes().stream().map(Attribute::name).toList()
        : List.of();
  }
}
