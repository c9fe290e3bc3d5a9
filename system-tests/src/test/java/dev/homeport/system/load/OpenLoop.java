package dev.homeport.system.load;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/**
 * A constant rate of requests. This thread only keeps the time: requests are sent and answers
 * counted on the event loop, and one that is sent late is late from the caller's point of view too.
 */
final class OpenLoop {
  private static final Duration LAST_ANSWERS = Duration.ofSeconds(90);

  private final HttpClient client;
  private final Target target;
  private final Context loop;
  private final long begin = System.nanoTime();
  private final long interval;
  private final long count;
  private final Tally tally;
  private final CompletableFuture<Void> over = new CompletableFuture<>();
  private long open;

  OpenLoop(Generator generator, HttpClient client, Target target, int perSecond, Duration length) {
    this.client = client;
    this.target = target;
    this.loop = generator.vertx().getOrCreateContext();
    this.interval = TimeUnit.SECONDS.toNanos(1) / perSecond;
    this.count = Generator.LEAD_IN.plus(length).toNanos() / interval;
    this.open = count;
    this.tally = new Tally(begin + Generator.LEAD_IN.toNanos(), length);
  }

  Trial run() {
    for (long sent = 0; sent < count; ) {
      long now = System.nanoTime();
      long due = Math.min(count, (now - begin) / interval + 1);
      if (due > sent) {
        long from = sent;
        loop.runOnContext(_ -> send(from, due));
        sent = due;
      } else {
        LockSupport.parkNanos(begin + sent * interval - now);
      }
    }
    return awaitAnswers();
  }

  private Trial awaitAnswers() {
    try {
      over.get(LAST_ANSWERS.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      loop.runOnContext(_ -> giveUp());
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("The trial was interrupted", e);
    }
    over.join();
    return tally.trial();
  }

  private void send(long from, long to) {
    for (long i = from; i < to; i++) {
      Generator.send(client, target, target.requests().get(), new Call(begin + i * interval));
    }
  }

  private void giveUp() {
    for (; open > 0; open--) {
      tally.fault("no answer");
    }
    over.complete(null);
  }

  private void ended() {
    open--;
    if (open == 0) {
      over.complete(null);
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
      ended();
    }

    @Override
    public void failed(Throwable fault) {
      tally.fault(fault.getClass().getSimpleName());
      ended();
    }
  }
}
