package dev.homeport.platform.problem;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** An error answer that somebody built by hand, without a problem in it, gets one. */
public class ProblemNet {
  private static final int BAD_REQUEST = 400;

  @ServerResponseFilter
  public void fill(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getStatus() < BAD_REQUEST || response.getEntity() instanceof ProblemBody) {
      return;
    }
    String path = request.getUriInfo().getRequestUri().getRawPath();
    Problem problem = Problem.of(StatusProblems.code(response.getStatus()));
    response.setEntity(
        ProblemBody.of(problem, path, ProblemResponses.traceId()),
        new Annotation[0],
        MediaType.valueOf(ProblemBody.MEDIA_TYPE));
  }
}
