package dev.homeport.platform.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The handlers of this service by kind; two of one kind stop the start. */
@ApplicationScoped
public class JobHandlers {
  private final Map<String, JobHandler> byKind;

  JobHandlers(@Any Instance<JobHandler> handlers) {
    byKind = handlers.stream().collect(Collectors.toMap(JobHandler::kind, Function.identity()));
  }

  /** The kinds that this service runs. */
  public Set<String> kinds() {
    return byKind.keySet();
  }

  /** The scope that sees a kind, beside the administrator's. */
  public String scope(String kind) {
    SubmittedWith scope = of(kind).getClass().getAnnotation(SubmittedWith.class);
    return Objects.requireNonNull(scope, kind).value();
  }

  JobHandler of(String kind) {
    JobHandler handler = byKind.get(kind);
    if (handler == null) {
      throw new IllegalArgumentException("There is no job handler for " + kind);
    }
    return handler;
  }
}
