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
