package dev.homeport.platform.job.document;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an import was submitted with.
 *
 * @param backfill whether it is history, which nobody is to act on
 * @param format how the documents are written; absent: NDJSON
 * @param by who sent them
 */
public record ImportParameters(boolean backfill, @Nullable Format format, @Nullable String by) {
  /** The media type of one JSON document a line. */
  public static final String NDJSON = "application/x-ndjson";

  /** The media type of comma-separated values. */
  public static final String CSV = "text/csv";

  /** How documents are written. */
  public enum Format {
    NDJSON,
    CSV
  }

  /** Of a request with this {@code Content-Type}, which is one of the two. */
  public static ImportParameters of(boolean backfill, String contentType, String by) {
    Format format = contentType.startsWith(CSV) ? Format.CSV : Format.NDJSON;
    return new ImportParameters(backfill, format, by);
  }

  boolean csv() {
    return Objects.requireNonNullElse(format, Format.NDJSON) == Format.CSV;
  }
}
