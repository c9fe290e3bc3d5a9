package dev.homeport.platform.http;

import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Method;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses bodies that are too large: before they are read if they say so, else while reading. */
public class BodyLimit {
  static final long WHOLE = 1L << 20;
  static final long STREAMED = 256L << 20;

  private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "OPTIONS");

  @ServerRequestFilter(priority = Priorities.ENTITY_CODER)
  public void check(ContainerRequestContext request, ResourceInfo resource) {
    long limit = limit(resource.getResourceMethod());
    String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
    if (length != null) {
      if (length.length() > 18 || Long.parseLong(length) > limit) {
        throw tooLarge(limit);
      }
    } else if (!WITHOUT_BODY.contains(request.getMethod())) {
      request.setEntityStream(new CountedStream(request.getEntityStream(), limit));
    }
  }

  static Problem tooLarge(long limit) {
    return Problem.of(
        CommonProblem.BODY_TOO_LARGE, "The body may have at most " + limit + " bytes here.");
  }

  private static long limit(Method method) {
    return method.isAnnotationPresent(StreamedBody.class) ? STREAMED : WHOLE;
  }
}
