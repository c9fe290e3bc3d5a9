package dev.homeport.platform.job.input;

import dev.homeport.platform.problem.Problem;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Input as it was before it was packed, up to a limit that a hostile archive cannot pass. */
final class UnpackedInput extends FilterInputStream {
  /** 256 MiB of upload unpack to some 4 GiB of orders; this is far beyond. */
  static final long MAX_BYTES = 16L << 30;

  private static final int BUFFER = 1 << 16;

  private long left;

  private UnpackedInput(InputStream in, long left) {
    super(in);
    this.left = left;
  }

  /**
   * @throws Problem when the stream does not begin like gzip data
   */
  static InputStream gunzip(InputStream packed) {
    return gunzip(packed, MAX_BYTES);
  }

  static InputStream gunzip(InputStream packed, long maxBytes) {
    try {
      return new UnpackedInput(new GZIPInputStream(packed, BUFFER), maxBytes);
    } catch (IOException e) {
      throw problem(e);
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = super.read(bytes, offset, length);
    left -= Math.max(read, 0);
    if (left < 0) {
      throw Problem.of(InputProblem.INPUT_TOO_LARGE);
    }
    return read;
  }

  static RuntimeException problem(IOException e) {
    return e instanceof ZipException || e instanceof EOFException
        ? Problem.of(InputProblem.INPUT_UNREADABLE)
        : new UncheckedIOException(e);
  }
}
