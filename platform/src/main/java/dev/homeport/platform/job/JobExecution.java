package dev.homeport.platform.job;

import dev.homeport.platform.job.RunStopped.Reason;
import dev.homeport.platform.problem.Problem;
import dev.homeport.platform.tenant.CurrentTenant;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** Runs a job with its handler, under its tenant, and writes down how that ended. */
@ApplicationScoped
class JobExecution {
  private static final Logger LOG = Logger.getLogger(JobExecution.class);

  private final JobHandlers handlers;
  private final JobQueue queue;
  private final JobConfig config;
  private final CurrentTenant tenant;
  private final MeterRegistry metrics;

  JobExecution(
      JobHandlers handlers,
      JobQueue queue,
      JobConfig config,
      CurrentTenant tenant,
      MeterRegistry metrics) {
    this.handlers = handlers;
    this.queue = queue;
    this.config = config;
    this.tenant = tenant;
    this.metrics = metrics;
  }

  /** Never throws: what cannot be written down ends with the lease. */
  void execute(ActiveRun run) {
    Span span =
        GlobalOpenTelemetry.getTracer("dev.homeport.jobs")
            .spanBuilder("job " + run.job().kind())
            .setNoParent()
            .startSpan();
    MDC.put("tenant", run.tenant());
    MDC.put("jobId", run.id());
    try (var _ = span.makeCurrent()) {
      attempt(run);
    } catch (RuntimeException e) {
      LOG.warnf("the end of a run could not be written down, its lease runs out: %s", name(e));
    } finally {
      MDC.remove("jobId");
      MDC.remove("tenant");
      span.end();
    }
  }

  private void attempt(ActiveRun run) {
    JobRow job = run.job();
    if (job.setbacks() > config.setbacks()) {
      fail(job, Problem.of(JobProblem.JOB_RETRIES_EXHAUSTED));
      return;
    }
    Throwable failure = handle(run);
    Reason stopped = run.stopped();
    if (stopped != null) {
      giveUp(job, stopped);
    } else if (failure == null) {
      ended(job, JobStatus.SUCCEEDED, queue.succeed(job, run.result()));
    } else {
      failed(job, failure);
    }
  }

  /** Null when the handler came to its end. */
  private @Nullable Throwable handle(ActiveRun run) {
    ManagedContext requestContext = Arc.container().requestContext();
    requestContext.activate();
    try {
      return tenant.call(
          run.tenant(),
          () -> {
            handlers.of(run.job().kind()).run(run);
            return null;
          });
    } catch (Throwable t) {
      return t;
    } finally {
      requestContext.terminate();
    }
  }

  private void giveUp(JobRow job, Reason reason) {
    switch (reason) {
      case CANCELLED -> ended(job, JobStatus.CANCELLED, queue.cancel(job));
      case STOPPING -> queue.release(job);
      case LOST -> LOG.warnf("another replica has taken over: attempt=%d", job.attempt());
    }
  }

  private void failed(JobRow job, Throwable failure) {
    Throwable cause = unwrapped(failure);
    if (cause instanceof Problem problem) {
      fail(job, problem);
    } else if (Setback.is(cause)) {
      var wait = Setback.wait(job.setbacks());
      LOG.warnf("the job is tried again: seconds=%d cause=%s", wait.toSeconds(), name(cause));
      queue.retry(job, wait);
    } else {
      LOG.errorf(cause, "the job failed: kind=%s", job.kind());
      fail(job, Problem.of(JobProblem.JOB_FAILED));
    }
  }

  private void fail(JobRow job, Problem problem) {
    if (queue.fail(job, problem)) {
      metrics.counter("homeport_jobs_failed", "kind", job.kind()).increment();
      ended(job, JobStatus.FAILED, true);
    }
  }

  private void ended(JobRow job, JobStatus status, boolean written) {
    if (written) {
      metrics
          .counter("homeport_jobs_ended", "kind", job.kind(), "status", status.text())
          .increment();
      LOG.infof("job ended: kind=%s status=%s", job.kind(), status.text());
    }
  }

  /** A problem may come wrapped by the transaction in which it was thrown. */
  private static Throwable unwrapped(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof Problem) {
        return t;
      }
    }
    return failure;
  }

  /** The class of the first cause; its text may hold data. */
  private static String name(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getClass().getSimpleName();
  }
}
