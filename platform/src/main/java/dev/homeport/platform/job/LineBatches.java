package dev.homeport.platform.job;

import dev.homeport.platform.job.JobRun.BatchWork;
import dev.homeport.platform.job.input.InputLine;
import dev.homeport.platform.job.input.InputLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Goes through an input in steps; the checkpoint is the last line that is done. */
final class LineBatches {
  /** A batch of very long lines ends early, so that memory stays bounded. */
  private static final int MAX_CHARACTERS = 4 << 20;

  private final JobRun run;
  private final int size;

  LineBatches(JobRun run, int size) {
    this.run = run;
    this.size = size;
  }

  void run(BatchWork work) {
    long done = run.checkpoint(Position.class).map(Position::line).orElse(0L);
    if (done == 0) {
      run.total(count());
    }
    try (InputLines lines = run.lines(done)) {
      for (var batch = next(lines); !batch.isEmpty(); batch = next(lines)) {
        step(work, batch);
      }
    }
  }

  private long count() {
    long count = 0;
    try (InputLines lines = run.lines(0)) {
      while (lines.next().isPresent()) {
        count++;
      }
    }
    return count;
  }

  private List<InputLine> next(InputLines lines) {
    var batch = new ArrayList<InputLine>(size);
    long characters = 0;
    while (batch.size() < size && characters < MAX_CHARACTERS) {
      Optional<InputLine> line = lines.next();
      if (line.isEmpty()) {
        break;
      }
      batch.add(line.get());
      characters += line.get() instanceof InputLine.Text text ? text.text().length() : 0;
    }
    return batch;
  }

  private void step(BatchWork work, List<InputLine> batch) {
    run.step(
        step -> {
          var texts = new ArrayList<InputLine.Text>(batch.size());
          for (InputLine line : batch) {
            switch (line) {
              case InputLine.Text text -> texts.add(text);
              case InputLine.Unreadable bad -> step.failed(bad.number(), bad.problem());
            }
          }
          work.run(step, texts);
          step.checkpoint(new Position(batch.getLast().number()));
        });
  }

  record Position(long line) {}
}
