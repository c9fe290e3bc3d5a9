package dev.homeport.gateway.tenant.sandbox;

import dev.homeport.gateway.GatewayProblem;
import dev.homeport.gateway.tenant.TenantAccount;
import dev.homeport.gateway.tenant.TenantAdministration;
import dev.homeport.gateway.tenant.TenantPublication;
import dev.homeport.gateway.tenant.TenantView;
import dev.homeport.platform.job.JobView;
import dev.homeport.platform.job.Jobs;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import dev.homeport.platform.tenant.CurrentTenant;
import dev.homeport.platform.time.Revision;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The clock of the current tenant, which can be set where the tenant is a sandbox. */
@ApplicationScoped
class SandboxClock {
  private static final Duration FARTHEST = Duration.ofDays(20 * 365L + 5);

  private final CurrentTenant tenant;
  private final TenantAdministration administration;
  private final TenantPublication publication;
  private final Jobs jobs;
  private final Clock clock;

  SandboxClock(
      CurrentTenant tenant,
      TenantAdministration administration,
      TenantPublication publication,
      Jobs jobs,
      Clock clock) {
    this.tenant = tenant;
    this.administration = administration;
    this.publication = publication;
    this.jobs = jobs;
    this.clock = clock;
  }

  /** As it goes here. */
  ClockView read() {
    return ClockView.of(clock.instant(), tenant.clockAhead(), tenant.settings().sandbox());
  }

  /**
   * Sets it. The time that it was last set to changes nothing, so a repeat is harmless.
   *
   * @return the job that ends when every service has done what fell due on the way
   */
  @Transactional
  JobView set(Instant target) {
    TenantAccount account = administration.lock(tenant.id());
    if (!account.sandbox) {
      throw Problem.of(GatewayProblem.NOT_A_SANDBOX);
    }
    if (!target.equals(account.clockSetTo)) {
      move(account, target);
    }
    return jobs.submit(ClockMoveJob.KIND, new ClockMoveJob.Move(target, account.revision));
  }

  private void move(TenantAccount account, Instant target) {
    Instant real = Instant.now().truncatedTo(ChronoUnit.MICROS);
    Instant present = real.plus(account.clockAheadMicros, ChronoUnit.MICROS);
    if (!target.isAfter(present)) {
      throw Problem.of(GatewayProblem.CLOCK_BACKWARDS).at("/now", "must be after " + present);
    }
    if (target.isAfter(real.plus(FARTHEST))) {
      throw Problem.of(CommonProblem.VALIDATION_FAILED)
          .at("/now", "must be at most 20 years ahead of the real time");
    }
    TenantView before = TenantView.from(account);
    account.clockAheadMicros = ChronoUnit.MICROS.between(real, target);
    account.clockSetTo = target;
    account.revision = Revision.next(account.revision, clock);
    account.updatedAt = real;
    publication.publish("sandbox.clock.set", before, account);
  }
}
