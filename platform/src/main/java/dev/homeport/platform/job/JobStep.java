package dev.homeport.platform.job;

import dev.homeport.platform.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a step reports; it is written in the step's own transaction, or not at all. */
public final class JobStep {
  private final List<LineError> errors = new ArrayList<>();
  private long succeeded;
  private long skipped;
  private @Nullable Object checkpoint;

  JobStep() {}

  /** Counts items that were done. */
  public void succeeded(long items) {
    succeeded += items;
  }

  /** Counts items that needed nothing, for example lines that were there already. */
  public void skipped(long items) {
    skipped += items;
  }

  /** Counts an item that could not be done, and says why. */
  public void failed(long line, Problem problem) {
    errors.add(new LineError(line, problem));
  }

  /** Where the next run goes on if this one ends here; written as JSON. */
  public void checkpoint(Object position) {
    checkpoint = position;
  }

  long succeeded() {
    return succeeded;
  }

  long processed() {
    return succeeded + skipped + errors.size();
  }

  List<LineError> errors() {
    return errors;
  }

  @Nullable Object checkpoint() {
    return checkpoint;
  }

  record LineError(long line, Problem problem) {}
}
