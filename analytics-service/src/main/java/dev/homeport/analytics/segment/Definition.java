package dev.homeport.analytics.segment;

import org.jspecify.annotations.Nullable;

/**
 * What a segment is to be.
 *
 * @param expression null for a list
 */
public record Definition(
    String key,
    SegmentKind kind,
    String name,
    @Nullable String description,
    @Nullable Expression expression) {

  /** The text of the expression. */
  public @Nullable String text() {
    return expression == null ? null : expression.text();
  }
}
