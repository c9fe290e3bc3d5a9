package dev.homeport.platform.job;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import dev.homeport.platform.job.RunStopped.Reason;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Takes jobs that are due and runs each on a virtual thread, a few at a time; prolongs their leases
 * meanwhile.
 */
final class JobRunner {
  private static final Logger LOG = Logger.getLogger(JobRunner.class);

  private final String owner;
  private final Set<String> kinds;
  private final JobQueue queue;
  private final JobConfig config;
  private final Function<JobRow, ActiveRun> runs;
  private final Consumer<ActiveRun> work;
  private final Set<ActiveRun> active = ConcurrentHashMap.newKeySet();
  private final Semaphore room;
  private final Semaphore wake = new Semaphore(0);
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread dispatcher;
  private final Thread heart;
  private volatile boolean stopping;

  /**
   * @param owner names this process in the leases
   * @param runs makes a run of a job that was taken
   * @param work runs it to its end, whatever that is, and does not throw
   */
  JobRunner(
      String owner,
      Set<String> kinds,
      JobQueue queue,
      JobConfig config,
      Function<JobRow, ActiveRun> runs,
      Consumer<ActiveRun> work) {
    this.owner = owner;
    this.kinds = kinds;
    this.queue = queue;
    this.config = config;
    this.runs = runs;
    this.work = work;
    this.room = new Semaphore(config.concurrency());
    this.dispatcher = Thread.ofVirtual().name("jobs").unstarted(this::dispatch);
    this.heart = Thread.ofVirtual().name("jobs-heartbeat").unstarted(this::beat);
  }

  void start() {
    dispatcher.start();
    heart.start();
  }

  /** Looks for a job now instead of at the next poll. */
  void wake() {
    wake.release();
  }

  int active() {
    return active.size();
  }

  /**
   * Takes no more jobs, and lets the running ones end their present step and give themselves back.
   */
  void stop() throws InterruptedException {
    stopping = true;
    active.forEach(run -> run.stop(Reason.STOPPING));
    if (dispatcher.getState() == Thread.State.NEW) {
      return;
    }
    wake.release();
    dispatcher.join(config.drain());
    if (!room.tryAcquire(config.concurrency(), config.drain().toMillis(), MILLISECONDS)) {
      LOG.warnf("stopped within a step: jobs=%d; their leases run out by themselves", active());
    }
    stopped.countDown();
  }

  private void dispatch() {
    long poll = config.poll().toMillis();
    try {
      while (!stopping) {
        if (room.tryAcquire(poll, MILLISECONDS) && !claimOne()) {
          wake.tryAcquire(poll, MILLISECONDS);
          wake.drainPermits();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Holds one place; gives it back unless a job takes it. */
  private boolean claimOne() {
    Optional<JobRow> job = Optional.empty();
    try {
      job = queue.claim(kinds, owner, config.lease());
      job.ifPresent(this::begin);
    } catch (RuntimeException e) {
      LOG.warnf("no jobs can be taken at the moment: %s", e.getMessage());
    } finally {
      if (job.isEmpty()) {
        room.release();
      }
    }
    return job.isPresent();
  }

  private void begin(JobRow job) {
    ActiveRun run = runs.apply(job);
    active.add(run);
    if (stopping) {
      run.stop(Reason.STOPPING);
    }
    Thread.ofVirtual()
        .name("job-" + job.id())
        .start(
            () -> {
              try {
                work.accept(run);
              } finally {
                active.remove(run);
                room.release();
              }
            });
  }

  private void beat() {
    try {
      while (!stopped.await(config.heartbeat().toMillis(), MILLISECONDS)) {
        active.forEach(this::prolong);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void prolong(ActiveRun run) {
    try {
      if (!queue.heartbeat(run.job(), config.lease())) {
        run.stop(Reason.LOST);
      }
    } catch (RuntimeException e) {
      LOG.warnf("lease not prolonged: jobId=%s %s", run.id(), e.getMessage());
    }
  }
}
