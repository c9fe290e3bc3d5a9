package dev.homeport.platform.problem;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A refusal on its way to the caller. Carries no stack trace: it is an answer, not a defect.
 * Instances do not change; {@link #at} and its kin return a copy.
 */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ProblemCode code;
  private final transient List<ProblemError> errors;
  private final @Nullable Duration retryAfter;

  private Problem(
      ProblemCode code, String detail, List<ProblemError> errors, @Nullable Duration retryAfter) {
    super(detail, null, false, false);
    this.code = code;
    this.errors = List.copyOf(errors);
    this.retryAfter = retryAfter;
  }

  /** A refusal whose detail is for the caller to read: no personal data, nothing internal. */
  public static Problem of(ProblemCode code, String detail) {
    return new Problem(code, detail, List.of(), null);
  }

  /** A refusal about which the title says everything. */
  public static Problem of(ProblemCode code) {
    return of(code, code.title() + ".");
  }

  /** Also names a field of the body by its JSON Pointer, for example {@code /lines/0/quantity}. */
  public Problem at(String pointer, String detail) {
    return with(ProblemError.at(pointer, null, detail));
  }

  /** Also names a field of the body, with a finer reason. */
  public Problem at(String pointer, ProblemCode reason, String detail) {
    return with(ProblemError.at(pointer, reason.slug(), detail));
  }

  /** Also names a query parameter or header. */
  public Problem in(String parameter, String detail) {
    return with(ProblemError.in(parameter, detail));
  }

  /** Also names a query parameter or header. */
  public Problem in(ProblemError error) {
    return with(error);
  }

  /** Also tells the caller when to come back; rounded up to whole seconds, at least one. */
  public Problem retryAfter(Duration wait) {
    return new Problem(code, detail(), errors, wait);
  }

  /** The same refusal of a document that lies at this JSON Pointer of a larger one. */
  public Problem under(String pointer) {
    List<ProblemError> moved =
        errors.isEmpty()
            ? List.of(ProblemError.at(pointer, null, detail()))
            : errors.stream().map(error -> error.under(pointer)).toList();
    return new Problem(code, detail(), moved, retryAfter);
  }

  /** What kind of refusal this is. */
  public ProblemCode code() {
    return code;
  }

  /** What is wrong this time. */
  public String detail() {
    return String.valueOf(getMessage());
  }

  /** The places that are wrong, in the order of the document where known. */
  public List<ProblemError> errors() {
    return errors;
  }

  /** When to come back, if that is known. */
  public @Nullable Duration retryAfter() {
    return retryAfter;
  }

  private Problem with(ProblemError error) {
    var all = new ArrayList<>(errors);
    all.add(error);
    return new Problem(code, detail(), all, retryAfter);
  }

  static Problem of(ProblemCode code, String detail, List<ProblemError> errors) {
    return new Problem(code, detail, errors, null);
  }
}
