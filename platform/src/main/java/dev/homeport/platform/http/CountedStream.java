package dev.homeport.platform.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body without a stated length; reading past the limit fails with the problem as the cause. */
final class CountedStream extends FilterInputStream {
  private final long limit;
  private long count;

  CountedStream(InputStream in, long limit) {
    super(in);
    this.limit = limit;
  }

  @Override
  public int read() throws IOException {
    int octet = in.read();
    count(octet < 0 ? 0 : 1);
    return octet;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = in.read(buffer, offset, length);
    count(Math.max(read, 0));
    return read;
  }

  @Override
  public long skip(long octets) throws IOException {
    long skipped = in.skip(octets);
    count(skipped);
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void count(long more) throws IOException {
    count += more;
    if (count > limit) {
      throw new IOException(BodyLimit.tooLarge(limit));
    }
  }
}
