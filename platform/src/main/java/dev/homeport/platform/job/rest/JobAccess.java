package dev.homeport.platform.job.rest;

import dev.homeport.platform.job.JobHandlers;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import io.quarkus.security.StringPermission;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which kinds of jobs the caller may see or cancel: an administrator all of them, anybody else
 * those that the token's scopes let it submit.
 */
@ApplicationScoped
class JobAccess {
  private final JobHandlers handlers;
  private final SecurityIdentity caller;

  JobAccess(JobHandlers handlers, SecurityIdentity caller) {
    this.handlers = handlers;
    this.caller = caller;
  }

  /**
   * @throws Problem 403 when there is none
   */
  Set<String> readable() {
    return kinds("admin:read");
  }

  /**
   * @throws Problem 403 when there is none
   */
  Set<String> cancellable() {
    return kinds("admin:write");
  }

  private Set<String> kinds(String administrator) {
    if (has(administrator)) {
      return handlers.kinds();
    }
    Set<String> kinds =
        handlers.kinds().stream()
            .filter(kind -> has(handlers.scope(kind)))
            .collect(Collectors.toUnmodifiableSet());
    if (kinds.isEmpty()) {
      throw Problem.of(CommonProblem.FORBIDDEN);
    }
    return kinds;
  }

  private boolean has(String scope) {
    String[] parts = scope.split(":", 2);
    return caller.checkPermissionBlocking(
        parts.length == 2
            ? new StringPermission(parts[0], parts[1])
            : new StringPermission(parts[0]));
  }
}
