package dev.homeport.order.intake.rest;

import dev.homeport.platform.job.JobRun;
import dev.homeport.platform.job.JobStep;
import dev.homeport.platform.job.input.InputLine;
import dev.homeport.platform.job.input.InputLines;
import dev.homeport.platform.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * An import of lines: groups of them are read outside and written inside a transaction that also
 * carries the counts and the position, so that a run that was killed goes on where it was.
 *
 * @param size lines in a group
 * @param read makes a document of a line, or throws the problem
 * @param write writes the documents of a group: one result for each
 * @param count what a result counts as
 * @param refusal which results are refusals
 */
record LineImport<D, R>(
    int size,
    Function<String, D> read,
    Function<List<D>, List<R>> write,
    Function<R, Tally> count,
    Function<R, Optional<Problem>> refusal) {

  /** A group of very long lines ends early, so that memory stays bounded. */
  private static final int MAX_CHARACTERS = 4 << 20;

  private static final Tally FAILED = new Tally(0, 0, 0, 0, 1);

  /** Where an import is, and what it has come to. */
  record Progress(long line, Tally tally) {}

  /** The documents of a group with their line numbers, and the lines that are none. */
  private record Group<D>(long last, List<D> documents, List<Long> lines, Map<Long, Problem> bad) {}

  void run(JobRun run) {
    Progress progress = run.checkpoint(Progress.class).orElse(new Progress(0, Tally.NOTHING));
    if (progress.line() == 0) {
      run.total(lines(run));
    }
    try (InputLines lines = run.lines(progress.line())) {
      for (var group = next(lines); group.isPresent(); group = next(lines)) {
        progress = step(run, group.get(), progress);
      }
    }
    run.result(progress.tally());
  }

  private static long lines(JobRun run) {
    long count = 0;
    try (InputLines lines = run.lines(0)) {
      while (lines.next().isPresent()) {
        count++;
      }
    }
    return count;
  }

  private Optional<Group<D>> next(InputLines lines) {
    Group<D> group = new Group<>(0, new ArrayList<>(), new ArrayList<>(), new HashMap<>());
    long last = 0;
    long characters = 0;
    for (int i = 0; i < size && characters < MAX_CHARACTERS; i++) {
      Optional<InputLine> line = lines.next();
      if (line.isEmpty()) {
        break;
      }
      last = line.get().number();
      characters += line.get() instanceof InputLine.Text text ? text.text().length() : 0;
      take(line.get(), group);
    }
    return last == 0
        ? Optional.empty()
        : Optional.of(new Group<>(last, group.documents(), group.lines(), group.bad()));
  }

  private void take(InputLine line, Group<D> group) {
    switch (line) {
      case InputLine.Text(long number, String text) -> {
        try {
          group.documents().add(read.apply(text));
          group.lines().add(number);
        } catch (Problem problem) {
          group.bad().put(number, problem);
        }
      }
      case InputLine.Unreadable(long number, Problem problem) -> group.bad().put(number, problem);
    }
  }

  private Progress step(JobRun run, Group<D> group, Progress before) {
    return run.call(
        step -> {
          Tally tally = before.tally();
          for (var bad : group.bad().entrySet()) {
            step.failed(bad.getKey(), bad.getValue());
            tally = tally.plus(FAILED);
          }
          if (!group.documents().isEmpty()) {
            tally = tally.plus(write(step, group));
          }
          var after = new Progress(group.last(), tally);
          step.checkpoint(after);
          return after;
        });
  }

  private Tally write(JobStep step, Group<D> group) {
    List<R> results = write.apply(group.documents());
    Tally tally = Tally.NOTHING;
    for (int i = 0; i < results.size(); i++) {
      Optional<Problem> problem = refusal.apply(results.get(i));
      if (problem.isPresent()) {
        step.failed(group.lines().get(i), problem.get());
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
