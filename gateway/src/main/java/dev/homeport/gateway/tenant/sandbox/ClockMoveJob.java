package dev.homeport.gateway.tenant.sandbox;

import dev.homeport.gateway.GatewayProblem;
import dev.homeport.gateway.tenant.ServiceStates;
import dev.homeport.platform.job.JobHandler;
import dev.homeport.platform.job.JobRun;
import dev.homeport.platform.job.SubmittedWith;
import dev.homeport.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Waits until every service has applied a sandbox's new time and done what fell due on the way. */
@ApplicationScoped
@SubmittedWith(ClockMoveJob.SCOPE)
class ClockMoveJob implements JobHandler {
  static final String KIND = "sandbox-clock";
  static final String SCOPE = "admin:write";

  private static final Duration ROUND = Duration.ofSeconds(2);
  private static final int ROUNDS = 450;

  private final ServiceStates services;

  ClockMoveJob(ServiceStates services) {
    this.services = services;
  }

  /**
   * A move of the clock.
   *
   * @param revision of the settings that carry it
   */
  record Move(Instant now, long revision) {}

  /** The end of it: the time that was set, and the services that have done what fell due. */
  record Result(Instant now, List<String> services) {
    Result {
      services = List.copyOf(services);
    }
  }

  @Override
  public String kind() {
    return KIND;
  }

  /** Gives up after a quarter of an hour; what falls due is done all the same, only later. */
  @Override
  public void run(JobRun run) throws InterruptedException {
    Move move = run.parameters(Move.class);
    SortedSet<String> open = services.all();
    run.total(open.size());
    for (int round = 0; !open.isEmpty() && round < ROUNDS; round++) {
      var missing =
          services.await(run.tenant(), state -> state.settledRevision() >= move.revision(), ROUND);
      open.removeIf(service -> !missing.contains(service));
      int settled = services.all().size() - open.size();
      long done = run.checkpoint(Long.class).orElse(0L);
      run.step(
          step -> {
            step.succeeded(settled - done);
            step.checkpoint((long) settled);
          });
    }
    if (!open.isEmpty()) {
      throw Problem.of(
          GatewayProblem.SERVICE_UNAVAILABLE,
          "Not there yet: " + String.join(", ", new TreeSet<>(open)));
    }
    run.result(new Result(move.now(), List.copyOf(services.all())));
  }
}
