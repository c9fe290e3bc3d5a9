package dev.homeport.order.intake.rest;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an import was submitted with.
 *
 * @param format how the documents are written; absent: NDJSON
 * @param by who sent them
 */
record ImportParameters(boolean backfill, @Nullable Format format, @Nullable String by) {
  /** How documents are written. */
  enum Format {
    NDJSON,
    CSV
  }

  boolean csv() {
    return Objects.requireNonNullElse(format, Format.NDJSON) == Format.CSV;
  }
}
