package dev.homeport.platform.audit;

import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Why the caller of the present request does what it does: its {@code X-Reason} header. */
@ApplicationScoped
public class Reason {
  /** The header. */
  public static final String HEADER = "X-Reason";

  private static final int MAX_LENGTH = 500;

  private final CurrentVertxRequest request;

  Reason(CurrentVertxRequest request) {
    this.request = request;
  }

  /**
   * The reason given, if there is a request and it gives one.
   *
   * @throws Problem 400 {@code invalid-parameter} when it is too long
   */
  public @Nullable String given() {
    if (!Arc.container().requestContext().isActive() || request.getCurrent() == null) {
      return null;
    }
    String header = request.getCurrent().request().getHeader(HEADER);
    if (header == null || header.isBlank()) {
      return null;
    }
    if (header.length() > MAX_LENGTH) {
      throw Problem.of(CommonProblem.INVALID_PARAMETER)
          .in(HEADER, "has at most " + MAX_LENGTH + " characters");
    }
    return header.strip();
  }

  /**
   * The reason, where a write needs one, as manual corrections do.
   *
   * @throws Problem 400 {@code invalid-parameter} when none is given
   */
  public String required() {
    String given = given();
    if (given == null) {
      throw Problem.of(CommonProblem.INVALID_PARAMETER).in(HEADER, "is required here");
    }
    return given;
  }
}
