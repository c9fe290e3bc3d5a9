package dev.homeport.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One place in the request that is wrong.
 *
 * @param pointer the field of the body as a JSON Pointer (RFC 6901); the empty pointer is the whole
 *     body
 * @param parameter the query parameter or header, when the place is not in the body
 * @param code a finer reason, where one exists
 * @param detail what is wrong there, for people
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemError(
    @Nullable String pointer, @Nullable String parameter, @Nullable String code, String detail) {
  private static final int LONGEST_POINTER = 2_000;
  private static final int LONGEST_PARAMETER = 64;

  /** What a caller has named may be anything; it is shown as far as documents allow. */
  public ProblemError {
    pointer = shown(pointer, LONGEST_POINTER);
    parameter = shown(parameter, LONGEST_PARAMETER);
  }

  private static @Nullable String shown(@Nullable String name, int most) {
    if (name == null) {
      return null;
    }
    String clean = name.replace('\0', '\uFFFD');
    int end = Math.min(most, clean.length());
    boolean split = end < clean.length() && Character.isHighSurrogate(clean.charAt(end - 1));
    return clean.substring(0, split ? end - 1 : end);
  }

  static ProblemError at(String pointer, @Nullable String code, String detail) {
    return new ProblemError(pointer, null, code, detail);
  }

  /** An error in a query parameter or header. */
  public static ProblemError in(String parameter, String detail) {
    return new ProblemError(null, parameter, null, detail);
  }

  /** The same error, one level deeper in the document. */
  ProblemError under(String prefix) {
    return pointer == null ? this : new ProblemError(prefix + pointer, null, code, detail);
  }
}
