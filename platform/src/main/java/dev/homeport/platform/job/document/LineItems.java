package dev.homeport.platform.job.document;

import dev.homeport.platform.job.input.InputLine;
import dev.homeport.platform.job.input.InputLines;
import dev.homeport.platform.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Function;

/** One document a line: NDJSON. */
final class LineItems<D> implements Items<D> {
  private static final int BUFFER = 1 << 16;

  private final InputLines lines;
  private final Function<String, D> read;

  /**
   * @param read makes a document of a line, or throws the problem
   */
  LineItems(InputLines lines, Function<String, D> read) {
    this.lines = lines;
    this.read = read;
  }

  @Override
  public Optional<Item<D>> next() {
    return lines.next().map(this::item);
  }

  private Item<D> item(InputLine line) {
    long number = line.number();
    return switch (line) {
      case InputLine.Text(long _, String text) -> {
        try {
          yield new Item.Sound<>(number, number, read.apply(text));
        } catch (Problem problem) {
          yield new Item.Bad<>(number, number, problem);
        }
      }
      case InputLine.Unreadable(long _, Problem problem) -> new Item.Bad<>(number, number, problem);
    };
  }

  @Override
  public void close() {
    lines.close();
  }

  /** How many lines are not blank, without reading what they say. */
  static long count(InputStream body) {
    try (body) {
      byte[] buffer = new byte[BUFFER];
      long lines = 0;
      boolean blank = true;
      for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
        for (int i = 0; i < read; i++) {
          byte b = buffer[i];
          if (b == '\n') {
            lines += blank ? 0 : 1;
            blank = true;
          } else if (b != ' ' && b != '\r' && b != '\t') {
            blank = false;
          }
        }
      }
      return lines + (blank ? 0 : 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
