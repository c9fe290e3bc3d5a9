package dev.homeport.platform.job;

import dev.homeport.platform.job.input.InputStore;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.UUID;

/** Starts and stops this replica's runner, and clears away what nobody needs. */
@ApplicationScoped
class JobService {
  /** An upload that has not sent a chunk for so long has broken off. */
  private static final Duration UPLOAD_PAUSE = Duration.ofHours(1);

  private final JobHandlers handlers;
  private final JobQueue queue;
  private final JobConfig config;
  private final JobRunner runner;

  JobService(
      JobHandlers handlers,
      JobQueue queue,
      JobTable table,
      InputStore inputs,
      JobJson json,
      JobConfig config,
      JobExecution execution,
      MeterRegistry metrics) {
    this.handlers = handlers;
    this.queue = queue;
    this.config = config;
    this.runner =
        new JobRunner(
            ProcessHandle.current().pid() + "-" + UUID.randomUUID(),
            handlers.kinds(),
            queue,
            config,
            job -> new ActiveRun(job, queue, table, inputs, json, config),
            execution::execute);
    Gauge.builder("homeport_jobs_running", runner::active)
        .description("Jobs that this replica is running")
        .register(metrics);
  }

  void wake() {
    runner.wake();
  }

  void start(@Observes StartupEvent event) {
    if (config.enabled() && !handlers.kinds().isEmpty()) {
      runner.start();
    }
  }

  /** Before the outbox: the events of the last steps still go out. */
  void stop(@Observes @Priority(1000) ShutdownEvent event) throws InterruptedException {
    runner.stop();
  }

  @Scheduled(
      every = "10m",
      delayed = "1m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void sweep() {
    queue.sweepInput(UPLOAD_PAUSE);
    queue.sweepEnded(config.kept());
  }
}
