package dev.homeport.analytics.segment;

import org.jspecify.annotations.Nullable;

/**
 * Something wrong with an expression.
 *
 * @param line from 1
 * @param column from 1
 * @param message what is wrong
 * @param hint what could be written instead
 */
public record Fault(Kind kind, int line, int column, String message, @Nullable String hint) {

  /** What kind of fault it is. */
  public enum Kind {
    SYNTAX("expression-syntax"),
    UNKNOWN_NAME("unknown-name"),
    TYPE("type-mismatch"),
    VALUE("unusable-value"),
    TOO_COMPLEX("expression-too-complex");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    /** For programs. */
    public String code() {
      return code;
    }
  }
}
