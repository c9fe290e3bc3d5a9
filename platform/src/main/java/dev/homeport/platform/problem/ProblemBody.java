package dev.homeport.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A problem as it is written: {@code application/problem+json}, RFC 9457.
 *
 * @param type the URI that documents the code
 * @param title the same sentence for every occurrence of the code
 * @param status the HTTP status
 * @param detail what is wrong this time
 * @param instance the path of the refused request; absent inside a bulk answer
 * @param code the slug that programs compare
 * @param traceId the trace under which the refusal is logged; absent inside a bulk answer
 * @param errors the places that are wrong
 */
@Schema(name = "Problem")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemBody(
    URI type,
    String title,
    int status,
    String detail,
    @Nullable String instance,
    String code,
    @Nullable String traceId,
    List<ProblemError> errors) {

  /** The media type of a problem. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** A problem of one item, inside the answer to a bulk request or the error list of a job. */
  public static ProblemBody of(Problem problem) {
    return of(problem, null, null);
  }

  static ProblemBody of(Problem problem, @Nullable String instance, @Nullable String traceId) {
    ProblemCode code = problem.code();
    return new ProblemBody(
        code.type(),
        code.title(),
        code.status(),
        problem.detail(),
        instance,
        code.slug(),
        traceId,
        problem.errors());
  }
}
