package dev.homeport.system.load;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A fixed number of callers, each of which waits for its answer. Lives on the event loop. */
final class ClosedLoop {
  private static final long BREATH_MILLIS = 10;

  private final Generator generator;
  private final HttpClient client;
  private final Target target;
  private final long end;
  private final Tally tally;
  private final CompletableFuture<Trial> trial = new CompletableFuture<>();
  private int callers;

  ClosedLoop(
      Generator generator, HttpClient client, Target target, int connections, Duration length) {
    long opensAt = System.nanoTime() + Generator.LEAD_IN.toNanos();
    this.generator = generator;
    this.client = client;
    this.target = target;
    this.callers = connections;
    this.end = opensAt + length.toNanos();
    this.tally = new Tally(opensAt, length);
  }

  Trial run() {
    generator
        .vertx()
        .runOnContext(
            _ -> {
              for (int i = callers; i > 0; i--) {
                next();
              }
            });
    return trial.join();
  }

  private void next() {
    long due = System.nanoTime();
    if (due >= end) {
      leave();
      return;
    }
    Generator.send(client, target, target.requests().get(), new Call(due));
  }

  private void leave() {
    callers--;
    if (callers == 0) {
      trial.complete(tally.trial());
    }
  }

  private final class Call implements Generator.Listener {
    private final long due;

    private Call(long due) {
      this.due = due;
    }

    @Override
    public void answered(int status, Buffer body, long at) {
      tally.answered(due, status, at);
      target.answered().accept(body, at);
      next();
    }

    @Override
    public void failed(Throwable fault) {
      tally.fault(fault.getClass().getSimpleName());
      generator.vertx().setTimer(BREATH_MILLIS, _ -> next());
    }
  }
}
