package dev.homeport.platform.problem;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler.InitialMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper.RequestMatch;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;

/** The methods of a path, for the {@code Allow} header, which Quarkus REST leaves out of a 405. */
final class AllowedMethods {
  private AllowedMethods() {}

  static Set<String> ofCurrentRequest() {
    ResteasyReactiveRequestContext request = CurrentRequestManager.get();
    String path = request.getPathWithoutPrefix();
    var classes = new RequestMapper<>(request.getDeployment().getClassMappers());
    var methods = new TreeSet<String>();
    RequestMatch<InitialMatch> match = classes.map(path);
    while (match != null) {
      collect(match, methods);
      match = classes.continueMatching(path, match);
    }
    return methods;
  }

  private static void collect(RequestMatch<InitialMatch> match, Set<String> methods) {
    String remaining = match.remaining.isEmpty() ? "/" : match.remaining;
    for (var handler : match.value.handlers) {
      if (handler instanceof ClassRoutingHandler routing) {
        for (Map.Entry<String, RequestMapper<RuntimeResource>> entry :
            routing.getMappers().entrySet()) {
          if (entry.getKey() != null && entry.getValue().map(remaining) != null) {
            methods.add(entry.getKey());
          }
        }
      }
    }
    if (methods.contains("GET")) {
      methods.add("HEAD");
    }
  }
}
