package dev.homeport.order.conversion;

import dev.homeport.order.conversion.DatedDocuments.Choice;
import dev.homeport.order.conversion.DatedDocuments.Group;
import dev.homeport.platform.job.JobRun;
import dev.homeport.platform.job.JobStep;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A job over dated documents: the orders first, the free returns after them, group by group. */
final class ConversionRun {
  private static final int GROUP = 250;

  private final DatedDocuments documents;
  private final Choice choice;

  ConversionRun(DatedDocuments documents, Choice choice) {
    this.documents = documents;
    this.choice = choice;
  }

  /**
   * How far the work has come.
   *
   * @param after the last document looked at; null where none was
   * @param returns whether the orders are done and the returns are at work
   */
  record Progress(@Nullable UUID after, boolean returns, long orders, long freeReturns) {}

  /** What the job has done. */
  record Converted(long orders, long returns) {}

  void run(JobRun run) {
    Progress progress = run.checkpoint(Progress.class).orElse(new Progress(null, false, 0, 0));
    for (boolean more = true; more; ) {
      Progress before = progress;
      run.result(new Converted(before.orders(), before.freeReturns()));
      Optional<Progress> after = run.call(step -> step(step, before));
      progress = after.orElse(before);
      more = after.isPresent();
    }
  }

  private Optional<Progress> step(JobStep step, Progress before) {
    Optional<Group> group =
        before.returns()
            ? documents.returns(choice, before.after(), GROUP)
            : documents.orders(choice, before.after(), GROUP);
    group.ifPresent(
        done -> {
          step.succeeded(done.converted());
          step.skipped(done.seen() - done.converted());
        });
    Optional<Progress> next = next(before, group);
    next.ifPresent(step::checkpoint);
    return next;
  }

  private static Optional<Progress> next(Progress before, Optional<Group> group) {
    if (group.isEmpty()) {
      return before.returns()
          ? Optional.empty()
          : Optional.of(new Progress(null, true, before.orders(), before.freeReturns()));
    }
    UUID last = group.get().last();
    int more = group.get().converted();
    return Optional.of(
        before.returns()
            ? new Progress(last, true, before.orders(), before.freeReturns() + more)
            : new Progress(last, false, before.orders() + more, before.freeReturns()));
  }
}
