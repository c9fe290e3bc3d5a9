package dev.homeport.platform.http;

import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses query parameters that the operation does not declare, and values that it cannot use. The
 * latter JAX-RS would answer with 404, as if the resource did not exist.
 */
public class UnknownParameters {
  private final Map<Method, Map<String, QueryParameter>> declared = new ConcurrentHashMap<>();

  @ServerRequestFilter(priority = Priorities.HEADER_DECORATOR)
  public void check(UriInfo uri, ResourceInfo resource) {
    Map<String, List<String>> sent = uri.getQueryParameters();
    if (sent.isEmpty()) {
      return;
    }
    Map<String, QueryParameter> known =
        declared.computeIfAbsent(resource.getResourceMethod(), QueryParameters::of);
    Problem unknown = Problem.of(CommonProblem.UNKNOWN_PARAMETER);
    Problem invalid = Problem.of(CommonProblem.INVALID_PARAMETER);
    for (var entry : sent.entrySet()) {
      QueryParameter parameter = known.get(entry.getKey());
      if (parameter == null) {
        unknown = unknown.in(shortened(entry.getKey()), "is not known to this operation");
      } else {
        invalid = parameter.refusal(entry.getValue()).map(invalid::in).orElse(invalid);
      }
    }
    raise(unknown);
    raise(invalid);
  }

  private static void raise(Problem problem) {
    if (!problem.errors().isEmpty()) {
      throw problem;
    }
  }

  private static String shortened(String name) {
    return name.length() <= 64 ? name : name.substring(0, 64);
  }
}
