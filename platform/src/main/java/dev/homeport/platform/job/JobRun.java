package dev.homeport.platform.job;

import dev.homeport.platform.job.input.InputLine;
import dev.homeport.platform.job.input.InputLines;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One run of a job, seen by its handler. Whatever has to be done once is done in a {@link #step}: a
 * transaction that carries the effects, the progress, the errors and the checkpoint together, and
 * that cannot commit when another replica has taken over.
 */
public interface JobRun {

  /** The job. */
  UUID id();

  /** Whose job it is; also the current tenant of the thread. */
  UUID tenant();

  /** What it was submitted with. */
  <P> P parameters(Class<P> type);

  /** The checkpoint of the last committed step, of this run or one before it. */
  <C> Optional<C> checkpoint(Class<C> type);

  /** The lines of the input after line {@code after}; 0 reads from the start. To be closed. */
  InputLines lines(long after);

  /** The whole input, unpacked, for formats in which a record is not a line. To be closed. */
  InputStream body();

  /** Says how many items there are, for the progress that callers see. */
  void total(long items);

  /** What the job's {@code result} shows once it has succeeded. */
  void result(Object result);

  /** Does a piece of the work; ends the run first if it was cancelled, stopped or taken over. */
  void step(StepWork work);

  /** As {@link #step}, with a value. */
  <T extends @Nullable Object> T call(StepFunction<T> work);

  /**
   * The whole input in steps of at most {@code size} lines. Keeps the position as the checkpoint
   * (so the work must not set one), counts the lines first, and reports lines that cannot be read.
   */
  void eachBatch(int size, BatchWork work);

  /** A piece of work. */
  interface StepWork {
    void run(JobStep step) throws Exception;
  }

  /** A piece of work with a value. */
  interface StepFunction<T extends @Nullable Object> {
    T run(JobStep step) throws Exception;
  }

  /** Work on some lines. */
  interface BatchWork {
    void run(JobStep step, List<InputLine.Text> lines) throws Exception;
  }
}
