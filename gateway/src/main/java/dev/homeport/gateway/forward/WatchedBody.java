package dev.homeport.gateway.forward;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A body on its way: every part of it is noticed and counted, and too many bytes make it fail. */
final class WatchedBody implements ReadStream<Buffer> {
  static final long UNLIMITED = Long.MAX_VALUE;

  private final ReadStream<Buffer> source;
  private final long limit;
  private final Consumer<Buffer> moved;
  private @Nullable Handler<Throwable> failed;
  private long count;

  /**
   * @param moved sees every part that arrives
   */
  WatchedBody(ReadStream<Buffer> source, long limit, Consumer<Buffer> moved) {
    this.source = source;
    this.limit = limit;
    this.moved = moved;
  }

  @Override
  public ReadStream<Buffer> handler(@Nullable Handler<Buffer> handler) {
    source.handler(handler == null ? null : part -> count(part, handler));
    return this;
  }

  private void count(Buffer part, Handler<Buffer> handler) {
    count += part.length();
    if (count <= limit) {
      moved.accept(part);
      handler.handle(part);
    } else if (failed != null) {
      failed.handle(new TooLarge());
    }
  }

  @Override
  public ReadStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
    failed = handler;
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

  @Override
  public ReadStream<Buffer> endHandler(@Nullable Handler<Void> handler) {
    source.endHandler(handler);
    return this;
  }

  /** The body has more bytes than it may have. */
  static final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private TooLarge() {
      super("body too large", null, false, false);
    }
  }
}
