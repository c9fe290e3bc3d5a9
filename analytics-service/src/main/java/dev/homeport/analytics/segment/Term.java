package dev.homeport.analytics.segment;

import org.jspecify.annotations.Nullable;

/**
 * A part of an expression, ready to be worked out. Never fails: what cannot be known is null.
 *
 * <p>Values are {@code Long}, {@code Double}, {@code String}, {@code Boolean}, {@code LocalDate},
 * lists and maps of them.
 */
@FunctionalInterface
interface Term {
  @Nullable Object of(Frame frame);
}
