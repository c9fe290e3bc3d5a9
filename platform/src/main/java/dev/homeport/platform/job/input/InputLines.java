package dev.homeport.platform.job.input;

import dev.homeport.platform.problem.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads UTF-8 lines in constant memory. A line that is too long or not UTF-8 is handed over as such
 * and does not end the reading.
 */
public final class InputLines implements AutoCloseable {
  /** The longest line, in bytes without its end. */
  public static final int MAX_LINE = 1 << 20;

  private static final int BUFFER = 1 << 16;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private int position;
  private int limit;
  private long number;
  private boolean oversized;

  /** Takes over the stream. */
  public InputLines(InputStream in) {
    this.in = in;
  }

  /**
   * The next line that is not blank, empty at the end.
   *
   * @throws Problem when the input cannot be unpacked
   */
  public Optional<InputLine> next() {
    while (readLine()) {
      number++;
      InputLine next = decode();
      if (!(next instanceof InputLine.Text text && text.text().isBlank())) {
        return Optional.of(next);
      }
    }
    return Optional.empty();
  }

  /** Passes over the first {@code lines} lines of the input, blank ones included. */
  public void skip(long lines) {
    while (number < lines && readLine()) {
      number++;
    }
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fills {@link #line} up to the next line end. False when there is nothing more. */
  private boolean readLine() {
    line.reset();
    oversized = false;
    boolean any = false;
    while (position < limit || fill()) {
      any = true;
      int start = position;
      while (position < limit && buffer[position] != '\n') {
        position++;
      }
      append(start, position - start);
      if (position < limit) {
        position++;
        return true;
      }
    }
    return any;
  }

  private void append(int start, int length) {
    // One byte more than the longest line, for the carriage return that is not part of it.
    if (oversized || line.size() + length > MAX_LINE + 1) {
      oversized = true;
    } else {
      line.write(buffer, start, length);
    }
  }

  private boolean fill() {
    try {
      position = 0;
      limit = Math.max(in.read(buffer), 0);
      return limit > 0;
    } catch (IOException e) {
      throw UnpackedInput.problem(e);
    }
  }

  private InputLine decode() {
    byte[] bytes = line.toByteArray();
    int length = bytes.length;
    if (length > 0 && bytes[length - 1] == '\r') {
      length--;
    }
    if (oversized || length > MAX_LINE) {
      return new InputLine.Unreadable(number, Problem.of(InputProblem.LINE_TOO_LONG));
    }
    try {
      var characters =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length));
      boolean marked =
          number == 1 && !characters.isEmpty() && characters.charAt(0) == BYTE_ORDER_MARK;
      return new InputLine.Text(number, characters.toString().substring(marked ? 1 : 0));
    } catch (CharacterCodingException _) {
      return new InputLine.Unreadable(number, Problem.of(InputProblem.LINE_NOT_UTF8));
    }
  }
}
