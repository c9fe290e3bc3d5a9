package dev.homeport.system.load;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.HdrHistogram.Histogram;

/** Reads a view of one buyer after the other until it shows what it should. On the event loop. */
final class Follower {
  private static final int PACE_MILLIS = 2;
  private static final int OK = 200;

  private final Vertx vertx;
  private final HttpClient client;
  private final Target target;
  private final Predicate<String> shows;
  private final Histogram delays;
  private final AtomicInteger open = new AtomicInteger();
  private volatile boolean over;

  Follower(
      Vertx vertx, HttpClient client, Target target, Predicate<String> shows, Histogram delays) {
    this.vertx = vertx;
    this.client = client;
    this.target = target;
    this.shows = shows;
    this.delays = delays;
  }

  /**
   * @param since when the order was accepted ({@code System.nanoTime})
   */
  void follow(String buyer, long since) {
    open.incrementAndGet();
    read(Request.get(target.requests().get().path().formatted(buyer)), since);
  }

  boolean waits() {
    return open.get() > 0;
  }

  /** Stops reading; returns how many have not been seen. */
  int giveUp() {
    over = true;
    return open.get();
  }

  private void read(Request request, long since) {
    if (over) {
      return;
    }
    Generator.send(
        client,
        target,
        request,
        new Generator.Listener() {
          @Override
          public void answered(int status, Buffer body, long at) {
            if (status == OK && shows.test(body.toString())) {
              Latencies.record(delays, at - since);
              open.decrementAndGet();
            } else {
              again(request, since);
            }
          }

          @Override
          public void failed(Throwable fault) {
            again(request, since);
          }
        });
  }

  private void again(Request request, long since) {
    vertx.setTimer(PACE_MILLIS, _ -> read(request, since));
  }
}
