package dev.homeport.platform.job.document;

import dev.homeport.platform.job.JobRun;
import dev.homeport.platform.job.JobStep;
import dev.homeport.platform.problem.Problem;
import dev.homeport.platform.tenant.CurrentTenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * An import of documents. Groups of them are read on one thread while the group before is written
 * on another, in a transaction that also carries the counts and the position: a run that was killed
 * goes on where it was. At most a few groups are in memory, however large the input is.
 *
 * @param size documents in a group
 * @param reading how the documents are written
 * @param write writes the documents of a group: one result for each
 * @param count what a result counts as
 * @param refusal which results are refusals
 */
public record DocumentImport<D, R>(
    int size,
    DocumentReading<D> reading,
    Function<List<Item.Sound<D>>, List<R>> write,
    Function<R, Tally> count,
    Function<R, Optional<Problem>> refusal) {
  /** A group of very long documents ends early, so that memory stays bounded. */
  private static final int MAX_LINES = 20_000;

  private static final Tally FAILED = new Tally(0, 0, 0, 0, 1);

  /** Where an import is, and what it has come to. */
  record Progress(long line, Tally tally) {
    static final Progress START = new Progress(0, Tally.NOTHING);
  }

  /** Takes the whole input in, or what is left of it; the job's result is the {@link Tally}. */
  public void run(JobRun run, CurrentTenant tenant) {
    if (run.checkpoint(Progress.class).isEmpty()) {
      run.total(reading.count(run));
    }
    Progress progress = run.checkpoint(Progress.class).orElse(Progress.START);
    long after = progress.line();
    try (var ahead = new ReadAhead<List<Item<D>>>(work -> tenant.run(run.tenant(), work))) {
      ahead.start(
          to -> {
            try (Items<D> items = reading.open(run, after)) {
              for (var group = next(items); !group.isEmpty(); group = next(items)) {
                to.accept(group);
              }
            }
          });
      for (var group = ahead.next(); group.isPresent(); group = ahead.next()) {
        progress = step(run, group.get(), progress);
      }
    }
    run.result(progress.tally());
  }

  private List<Item<D>> next(Items<D> items) {
    var group = new ArrayList<Item<D>>(size);
    long lines = 0;
    while (group.size() < size && lines < MAX_LINES) {
      Optional<Item<D>> item = items.next();
      if (item.isEmpty()) {
        break;
      }
      group.add(item.get());
      lines += item.get().last() - item.get().line() + 1;
    }
    return group;
  }

  private Progress step(JobRun run, List<Item<D>> group, Progress before) {
    return run.call(
        step -> {
          Tally tally = before.tally();
          var sound = new ArrayList<Item.Sound<D>>(group.size());
          for (Item<D> item : group) {
            switch (item) {
              case Item.Sound<D> document -> sound.add(document);
              case Item.Bad<D>(long line, long _, Problem problem) -> {
                step.failed(line, problem);
                tally = tally.plus(FAILED);
              }
            }
          }
          if (!sound.isEmpty()) {
            tally = tally.plus(write(step, sound));
          }
          var after = new Progress(group.getLast().last(), tally);
          step.checkpoint(after);
          return after;
        });
  }

  private Tally write(JobStep step, List<Item.Sound<D>> sound) {
    List<R> results = write.apply(sound);
    Tally tally = Tally.NOTHING;
    for (int i = 0; i < results.size(); i++) {
      Optional<Problem> problem = refusal.apply(results.get(i));
      if (problem.isPresent()) {
        step.failed(sound.get(i).line(), problem.get());
        tally = tally.plus(FAILED);
      } else {
        tally = tally.plus(count.apply(results.get(i)));
      }
    }
    step.succeeded(tally.created() + tally.revised());
    step.skipped(tally.unchanged() + tally.ignored());
    return tally;
  }
}
