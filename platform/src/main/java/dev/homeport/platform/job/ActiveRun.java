package dev.homeport.platform.job;

import dev.homeport.platform.job.RunStopped.Reason;
import dev.homeport.platform.job.input.InputLines;
import dev.homeport.platform.job.input.InputStore;
import dev.homeport.platform.job.input.StoredInput;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A run in this process: one attempt at one job. */
final class ActiveRun implements JobRun {
  private final JobRow job;
  private final JobQueue queue;
  private final JobTable table;
  private final InputStore inputs;
  private final JobJson json;
  private final JobConfig config;
  private @Nullable String checkpoint;
  private @Nullable String result;
  private volatile @Nullable Reason stopped;

  ActiveRun(
      JobRow job,
      JobQueue queue,
      JobTable table,
      InputStore inputs,
      JobJson json,
      JobConfig config) {
    this.job = job;
    this.queue = queue;
    this.table = table;
    this.inputs = inputs;
    this.json = json;
    this.config = config;
    this.checkpoint = job.checkpoint();
    this.stopped = job.cancelRequested() ? Reason.CANCELLED : null;
  }

  JobRow job() {
    return job;
  }

  /** Ends the run before its next step; the first reason stands. */
  void stop(Reason reason) {
    if (stopped == null) {
      stopped = reason;
    }
  }

  /** Why the run was stopped; a handler that swallowed the signal has not succeeded. */
  @Nullable Reason stopped() {
    return stopped;
  }

  @Nullable String result() {
    return result;
  }

  @Override
  public UUID id() {
    return job.id();
  }

  @Override
  public UUID tenant() {
    return job.tenant();
  }

  @Override
  public <P> P parameters(Class<P> type) {
    return json.read(job.parameters(), type);
  }

  @Override
  public <C> Optional<C> checkpoint(Class<C> type) {
    return Optional.ofNullable(checkpoint).map(text -> json.read(text, type));
  }

  @Override
  public InputLines lines(long after) {
    var lines = new InputLines(body());
    lines.skip(after);
    return lines;
  }

  @Override
  public InputStream body() {
    Integer chunks = job.inputChunks();
    if (chunks == null) {
      throw new IllegalStateException("A job of kind " + job.kind() + " has no input");
    }
    return inputs.open(job.tenant(), job.id(), new StoredInput(chunks, job.inputGzip()));
  }

  @Override
  public void total(long items) {
    queue.total(job, items);
  }

  @Override
  public void result(Object value) {
    result = json.write(value);
  }

  @Override
  public void step(StepWork work) {
    var _ =
        this.<Boolean>call(
            step -> {
              work.run(step);
              return true;
            });
  }

  @Override
  public <T extends @Nullable Object> T call(StepFunction<T> work) {
    proceed();
    var step = new JobStep();
    var transaction =
        QuarkusTransaction.requiringNew().timeout((int) config.stepTimeout().toSeconds());
    T value =
        transaction.call(
            () -> {
              requireOurs();
              T done = work.run(step);
              commit(step);
              return done;
            });
    if (step.checkpoint() != null) {
      checkpoint = json.write(step.checkpoint());
    }
    return value;
  }

  @Override
  public void eachBatch(int size, BatchWork work) {
    new LineBatches(this, size).run(work);
  }

  private void proceed() {
    Reason reason = stopped;
    if (reason != null) {
      throw new RunStopped(reason);
    }
  }

  private void requireOurs() {
    table
        .cancelRequested(job)
        .ifPresentOrElse(
            cancelled -> {
              if (cancelled) {
                stop(Reason.CANCELLED);
              }
            },
            () -> stop(Reason.LOST));
    proceed();
  }

  private void commit(JobStep step) {
    Object position = step.checkpoint();
    String text = position == null ? null : json.write(position);
    if (!table.step(job, step, text, config)) {
      stop(Reason.LOST);
      throw new RunStopped(Reason.LOST);
    }
  }
}
