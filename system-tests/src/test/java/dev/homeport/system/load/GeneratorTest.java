package dev.homeport.system.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GeneratorTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration STALL = Duration.ofMillis(500);
  private static final int STALLS_AT = 300;
  private static final int PER_SECOND = 200;

  private final Vertx vertx = Vertx.vertx();
  private final Generator generator = new Generator();
  private final AtomicInteger requests = new AtomicInteger();

  @AfterEach
  void stop() {
    generator.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void anOpenLoopSeesEveryRequestThatAStallHeldBack() {
    Target target = target(listen(this::stallOnce));

    Trial trial = generator.open(target, PER_SECOND, SECOND.multipliedBy(2));

    assertThat(trial.faults()).isEmpty();
    assertThat(trial.latencies().getTotalCount()).isBetween(390L, 410L);
    // A hundred requests were due while the server stood still; on average they waited half of it.
    assertThat(Latencies.millis(trial.latencies(), 90)).isGreaterThan(150);
  }

  @Test
  void aClosedLoopFindsTheRateThatIsToBeHad() {
    Target target = target(listen(request -> answerIn(request, 10)));

    Trial trial = generator.closed(target, 4, SECOND);

    assertThat(trial.faults()).isEmpty();
    assertThat(trial.perSecond()).isBetween(20.0, 400.0);
    assertThat(trial.answered()).isGreaterThan(trial.done());
    assertThat(Latencies.millis(trial.latencies(), 50)).isGreaterThan(9);
  }

  @Test
  void anAnswerThatRefusesIsAFaultAndNoResult() {
    Target target = target(listen(request -> request.response().setStatusCode(503).end()));

    Trial trial = generator.open(target, PER_SECOND, SECOND);

    assertThat(trial.faults()).containsOnlyKeys("status 503");
    assertThat(trial.errors()).isEqualTo(2 * PER_SECOND);
    assertThat(trial.done()).isZero();
  }

  private void stallOnce(HttpServerRequest request) {
    if (requests.incrementAndGet() == STALLS_AT) {
      LockSupport.parkNanos(STALL.toNanos());
    }
    request.response().end("{}");
  }

  private void answerIn(HttpServerRequest request, int millis) {
    vertx.setTimer(millis, _ -> request.response().end("{}"));
  }

  private int listen(Handler<HttpServerRequest> handler) {
    HttpServer server = vertx.createHttpServer().requestHandler(handler);
    return server
        .listen(0, Target.HOST)
        .toCompletionStage()
        .toCompletableFuture()
        .join()
        .actualPort();
  }

  private static Target target(int port) {
    return new Target(port, "", () -> Request.get("/"));
  }
}
