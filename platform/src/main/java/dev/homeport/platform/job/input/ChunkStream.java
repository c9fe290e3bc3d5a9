package dev.homeport.platform.job.input;

import java.io.InputStream;
import java.util.Objects;
import java.util.function.IntFunction;

/** Chunks read one after the other, one in memory at a time. */
final class ChunkStream extends InputStream {
  private static final byte[] NONE = {};

  private final int chunks;
  private final IntFunction<byte[]> source;
  private byte[] chunk = NONE;
  private int next;
  private int position;

  ChunkStream(int chunks, IntFunction<byte[]> source) {
    this.chunks = chunks;
    this.source = source;
  }

  @Override
  public int read() {
    return more() ? chunk[position++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    if (length == 0) {
      return 0;
    }
    if (!more()) {
      return -1;
    }
    int count = Math.min(length, chunk.length - position);
    System.arraycopy(chunk, position, bytes, offset, count);
    position += count;
    return count;
  }

  /** For {@code GZIPInputStream}, which asks before it looks for a further member. */
  @Override
  public int available() {
    return position < chunk.length ? chunk.length - position : Math.min(chunks - next, 1);
  }

  private boolean more() {
    while (position == chunk.length && next < chunks) {
      chunk = source.apply(next++);
      position = 0;
    }
    return position < chunk.length;
  }
}
