package dev.homeport.gateway.forward;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** A body that is compressed on its way, part by part: what has come in goes out. */
final class Gzip implements ReadStream<Buffer> {
  private static final int FAST = 3;

  private final ReadStream<Buffer> source;
  private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
  private final GZIPOutputStream packer = packer(packed);
  private @Nullable Handler<Buffer> taker;

  Gzip(ReadStream<Buffer> source) {
    this.source = source;
  }

  /** A whole body, compressed. */
  static Buffer of(Buffer body) {
    var packed = new ByteArrayOutputStream(body.length() / 4);
    try (var packer = packer(packed)) {
      packer.write(body.getBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Buffer.buffer(packed.toByteArray());
  }

  private static GZIPOutputStream packer(ByteArrayOutputStream packed) {
    try {
      return new GZIPOutputStream(packed, true) {
        {
          def.setLevel(FAST);
        }
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public ReadStream<Buffer> handler(@Nullable Handler<Buffer> handler) {
    taker = handler;
    source.handler(handler == null ? null : this::pack);
    return this;
  }

  private void pack(Buffer part) {
    try {
      packer.write(part.getBytes());
      packer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    give();
  }

  private void give() {
    if (taker != null) {
      taker.handle(Buffer.buffer(packed.toByteArray()));
      packed.reset();
    }
  }

  @Override
  public ReadStream<Buffer> endHandler(@Nullable Handler<Void> handler) {
    source.endHandler(handler == null ? null : _ -> end(handler));
    return this;
  }

  private void end(Handler<Void> handler) {
    try {
      packer.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    give();
    handler.handle(null);
  }

  @Override
  public ReadStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
    source.exceptionHandler(handler);
    return this;
  }

  @Override
  public ReadStream<Buffer> pause() {
    source.pause();
    return this;
  }

  @Override
  public ReadStream<Buffer> resume() {
    source.resume();
    return this;
  }

  @Override
  public ReadStream<Buffer> fetch(long amount) {
    source.fetch(amount);
    return this;
  }
}
